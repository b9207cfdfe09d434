package fr.porteouverte.imports.house;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.catalogue.Merge;
import fr.porteouverte.catalogue.RowOutcome;
import fr.porteouverte.database.TryAgain;
import fr.porteouverte.imports.change.PlannedRow;
import fr.porteouverte.imports.change.Progress;
import fr.porteouverte.keeping.SiteRegister;
import fr.porteouverte.register.RegisterAct;
import fr.porteouverte.register.RegisterHistory;
import fr.porteouverte.site.HouseMoves;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import fr.porteouverte.site.Whereabouts;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the houses of a plan over those that are there, and takes them back. */
@ApplicationScoped
class SiteWriter {
  private static final int HEARD_EVERY = 200;

  @Inject Sites sites;
  @Inject SiteRegister register;
  @Inject SiteRemoval removal;
  @Inject HouseMoves moves;
  @Inject Clock clock;

  void write(List<PlannedRow> rows, String actor, Progress progress) {
    Map<String, Site> known = known();
    Map<Site, Before> before = locked(rows, known);
    List<Site> written = new ArrayList<>();
    List<Site> archived = new ArrayList<>();
    int done = 0;
    for (PlannedRow row : rows) {
      if (row.writes()) {
        Site site = known.computeIfAbsent(row.key(), key -> new Site(key));
        draft(row, row.after()).applyTo(site);
        sites.persist(site);
        written.add(site);
      } else if (SiteRows.archives(row)) {
        Site site = Objects.requireNonNull(known.get(row.key()));
        if (!register.uses(site).isEmpty()) {
          throw new TryAgain("somebody needs the house since it was planned");
        }
        site.archive(clock.instant());
        archived.add(site);
      }
      if (++done % HEARD_EVERY == 0) {
        progress.at(100 * done / rows.size());
      }
    }
    sites.flush();
    tell(before, actor);
    register.note(written, states(before), RegisterAct.listed, actor);
    register.note(archived, List.of(), RegisterAct.archived, actor);
  }

  /** A house until now: where it was, and all that its history says of it. */
  private record Before(Whereabouts where, RegisterHistory.State state) {}

  private void tell(Map<Site, Before> before, String actor) {
    before.forEach((site, then) -> moves.tell(site, then.where(), actor));
  }

  private static List<RegisterHistory.State> states(Map<Site, Before> before) {
    return before.values().stream().map(Before::state).toList();
  }

  /**
   * All houses that change or are archived, locked before anybody's appointment is, in the order of
   * their ids; and what those that change were.
   */
  private Map<Site, Before> locked(List<PlannedRow> rows, Map<String, Site> known) {
    Map<Site, Before> before = new LinkedHashMap<>();
    Set<Site> changed =
        rows.stream()
            .filter(row -> row.outcome() == RowOutcome.changed)
            .map(row -> known.get(row.key()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Stream.concat(
            changed.stream(),
            rows.stream()
                .filter(SiteRows::archives)
                .map(row -> known.get(row.key()))
                .filter(Objects::nonNull))
        .sorted(Comparator.comparingLong(Site::id))
        .forEach(
            site -> {
              sites.lock(site.id());
              if (changed.contains(site)) {
                before.put(site, new Before(Whereabouts.of(site), register.state(site)));
              }
            });
    return before;
  }

  /** Who needs what the import made, and what people changed since of what it wrote. */
  List<Text> hindrances(List<PlannedRow> rows) {
    Map<String, Site> known = known();
    List<Text> all = new ArrayList<>();
    List<Site> made = new ArrayList<>();
    for (PlannedRow row : rows) {
      Site site = known.get(row.key());
      if (site == null || !row.writes()) {
        continue;
      }
      if (row.outcome() == RowOutcome.created) {
        made.add(site);
      }
      changedSince(row, site).forEach(all::add);
    }
    all.addAll(removal.of(made));
    return all;
  }

  private static List<Text> changedSince(PlannedRow row, Site site) {
    ObjectNode here = SiteForms.tree(SiteDraft.of(site));
    List<Text> changed = new ArrayList<>();
    for (String field : written(row)) {
      if (!Merge.same(here.path(field), form(row.after()).path(field))) {
        changed.add(
            new Text(
                site.name() + " : changée depuis (" + field + ")",
                site.name() + ": changed since (" + field + ")"));
      }
    }
    return changed;
  }

  /** The fields that the import wrote. */
  private static List<String> written(PlannedRow row) {
    List<String> fields = new ArrayList<>();
    form(row.after())
        .fieldNames()
        .forEachRemaining(
            field -> {
              ObjectNode before = row.before();
              if (before == null
                  || !Merge.same(before.path(field), form(row.after()).path(field))) {
                fields.add(field);
              }
            });
    return fields;
  }

  void takeBack(List<PlannedRow> rows, String actor) {
    Map<String, Site> known = known();
    Map<Site, Before> before = locked(rows, known);
    List<Site> made = new ArrayList<>();
    List<Site> back = new ArrayList<>();
    for (PlannedRow row : rows) {
      Site site = known.get(row.key());
      if (site == null) {
        continue;
      }
      if (row.outcome() == RowOutcome.created) {
        made.add(site);
      } else if (row.outcome() == RowOutcome.changed) {
        ObjectNode here = SiteForms.tree(SiteDraft.of(site));
        written(row).forEach(field -> here.set(field, form(row.before()).get(field)));
        draft(row, here).applyTo(site);
      } else if (SiteRows.archives(row)) {
        site.archive(null);
        back.add(site);
      }
    }
    sites.flush();
    tell(before, actor);
    register.note(List.copyOf(before.keySet()), states(before), RegisterAct.listUndone, actor);
    register.note(back, List.of(), RegisterAct.broughtBack, actor);
    removal.remove(made);
  }

  private Map<String, Site> known() {
    return sites.listed().stream().collect(Collectors.toMap(Site::officialId, Function.identity()));
  }

  private static SiteDraft draft(PlannedRow row, @Nullable ObjectNode form) {
    return SiteForms.draft(row.key(), form(form));
  }

  private static ObjectNode form(@Nullable ObjectNode form) {
    return Objects.requireNonNull(form);
  }
}
