package fr.porteouverte.imports.house;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.catalogue.RowOutcome;
import fr.porteouverte.commune.CommuneDraft;
import fr.porteouverte.commune.CommuneRegister;
import fr.porteouverte.imports.CsvRows;
import fr.porteouverte.imports.FindingKind;
import fr.porteouverte.imports.Findings;
import fr.porteouverte.imports.ImportFiles;
import fr.porteouverte.imports.ImportKind;
import fr.porteouverte.imports.ImportSettings;
import fr.porteouverte.imports.change.Choices;
import fr.porteouverte.imports.change.Plan;
import fr.porteouverte.imports.change.PlannedRow;
import fr.porteouverte.imports.change.Planner;
import fr.porteouverte.imports.change.Progress;
import fr.porteouverte.keeping.SiteRegister;
import fr.porteouverte.site.RegisterChanged;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The national list of houses. It creates and changes houses, never permanences. What people
 * changed since the list said it last stays, until somebody chooses the list; so does a house that
 * left it.
 */
@ApplicationScoped
class SitePlanner implements Planner {
  @Inject Sites sites;
  @Inject SiteRegister register;
  @Inject SiteWriter writer;
  @Inject ListedSites listed;
  @Inject HouseStakes stakes;
  @Inject CommuneRegister communes;
  @Inject ImportSettings settings;
  @Inject EntityManager database;
  @Inject Event<RegisterChanged> changed;

  @Override
  public ImportKind kind() {
    return ImportKind.sites;
  }

  @Override
  public Plan plan(InputStream file, Choices taken, Progress progress) {
    Findings findings = new Findings();
    Map<String, Site> known = new TreeMap<>();
    sites.listed().forEach(site -> known.put(String.valueOf(site.officialId()), site));
    SiteReader reader = reader(known, findings);
    ImportFiles.read(
        file,
        settings.unpackedBytes(),
        text -> CsvRows.read(text, SiteReader.columns(), findings, reader::accept));
    progress.at(40);
    List<PlannedRow> changes = named(reader, known, findings, taken);
    int silent =
        (int) changes.stream().filter(row -> row.outcome() == RowOutcome.unchanged).count();
    int unchanged = reader.houses().size() - changes.size() + silent;
    progress.at(80);
    changes.addAll(left(reader, known, findings, taken));
    return new Plan(reader.rows(), stakes.of(changes, known), unchanged, findings);
  }

  /** What a row leaves unsaid is as the house has it. */
  private SiteReader reader(Map<String, Site> known, Findings findings) {
    Map<String, CommuneDraft> all = communes.all();
    boolean wholeCountry = all.size() >= settings.wholeCountry();
    Map<String, SiteDraft> stored =
        known.values().stream()
            .map(SiteDraft::of)
            .collect(Collectors.toMap(SiteDraft::officialId, Function.identity()));
    return new SiteReader(new LocationReader(all, wholeCountry), stored, findings);
  }

  /** Houses of the file of which there is something to say. */
  private List<PlannedRow> named(
      SiteReader reader, Map<String, Site> known, Findings findings, Choices taken) {
    Map<String, ObjectNode> said = listed.all();
    Map<String, ObjectNode> first = listed.beforeAnybody();
    Set<Long> bookable = bookable();
    List<PlannedRow> changes = new ArrayList<>();
    for (SiteDraft house : reader.houses()) {
      String id = String.valueOf(house.officialId());
      int line = reader.line(id);
      Site site = known.get(id);
      PlannedRow row =
          site == null
              ? SiteRows.created(line, house, said.get(id))
              : SiteRows.known(
                  line,
                  site,
                  respecting(house, bookable.contains(site.id()), findings.row(line, id)),
                  base(site, said.get(id), first.get(id)),
                  taken.of(id));
      if (row != null) {
        changes.add(row);
      }
    }
    return changes;
  }

  private static ObjectNode base(Site site, @Nullable ObjectNode said, @Nullable ObjectNode first) {
    if (said != null) {
      return said;
    }
    return first != null ? first : SiteForms.tree(SiteDraft.of(site));
  }

  /**
   * Houses that are here and not in the file; what is archived already needs no word. One that is
   * needed stays, as it does when somebody archives it in its form.
   */
  private List<PlannedRow> left(
      SiteReader reader, Map<String, Site> known, Findings findings, Choices taken) {
    List<PlannedRow> rows = new ArrayList<>();
    known.forEach(
        (id, site) -> {
          if (!reader.named().contains(id) && !site.archived()) {
            findings.row(0, id).doubtful(FindingKind.notInFile, id, site.name());
            boolean chosen = taken.of(id).contains(SiteRows.ARCHIVED);
            rows.add(SiteRows.gone(site, chosen, chosen ? register.uses(site) : List.of()));
          }
        });
    return rows;
  }

  /** What the list does not know better than the house itself. */
  private static SiteDraft respecting(SiteDraft house, boolean bookable, Findings.Row notes) {
    if (house.appointments() || !bookable) {
      return house;
    }
    notes.doubtful(FindingKind.takesAppointments, "prise_rdv: Non", "Oui");
    return house.takingAppointments();
  }

  private Set<Long> bookable() {
    return new HashSet<>(
        database
            .createQuery(
                "select distinct p.site.id from Permanence p where p.terms.mode <> walkIn"
                    + " and p.eventId is null",
                Long.class)
            .getResultList());
  }

  @Override
  public void write(Plan plan, String actor, Progress progress) {
    writer.write(plan.changes(), actor, progress);
    listed.remember(plan.changes());
    changed.fire(new RegisterChanged());
  }

  @Override
  public List<Text> hindrances(List<PlannedRow> rows) {
    return writer.hindrances(rows);
  }

  @Override
  public void takeBack(List<PlannedRow> rows, String actor) {
    writer.takeBack(rows, actor);
    listed.forget(rows);
    changed.fire(new RegisterChanged());
  }
}
