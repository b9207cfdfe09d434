package fr.porteouverte.imports.house;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.catalogue.Merge;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The national list of houses. It creates and changes houses, never permanences. What people
 * changed since the list said it last stays, until somebody chooses the list.
 */
@ApplicationScoped
class SitePlanner implements Planner {
  @Inject Sites sites;
  @Inject SiteWriter writer;
  @Inject ListedSites listed;
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
    Map<String, Site> known =
        sites.listed().stream().collect(Collectors.toMap(Site::officialId, Function.identity()));
    SiteReader reader = reader(known, findings);
    ImportFiles.read(
        file,
        settings.unpackedBytes(),
        text -> CsvRows.read(text, SiteReader.columns(), findings, reader::accept));
    progress.at(40);
    Map<String, ObjectNode> said = listed.all();
    Set<Long> bookable = bookable();
    List<PlannedRow> changes = new ArrayList<>();
    int unchanged = 0;
    for (SiteDraft house : reader.houses()) {
      String id = house.officialId();
      Site site = known.remove(id);
      Findings.Row notes = findings.row(reader.line(id), id);
      PlannedRow row =
          site == null
              ? created(reader.line(id), house, said.get(id))
              : changed(
                  reader.line(id),
                  site,
                  respecting(house, bookable.contains(site.id()), notes),
                  said.get(id),
                  taken.of(id));
      unchanged += row == null || row.outcome() == RowOutcome.unchanged ? 1 : 0;
      if (row != null) {
        changes.add(row);
      }
    }
    progress.at(90);
    known.keySet().removeAll(reader.named());
    known.values().stream()
        .sorted((a, b) -> a.officialId().compareTo(b.officialId()))
        .forEach(
            site -> {
              findings
                  .row(0, site.officialId())
                  .doubtful(FindingKind.notInFile, site.officialId(), site.name());
              changes.add(gone(site));
            });
    return new Plan(reader.rows(), changes, unchanged, findings);
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

  private static PlannedRow created(int line, SiteDraft house, @Nullable ObjectNode base) {
    return new PlannedRow(
        line,
        house.officialId(),
        house.name(),
        RowOutcome.created,
        List.of(),
        null,
        SiteForms.tree(house),
        SiteForms.tree(house),
        base);
  }

  /**
   * @return null: there is nothing to say
   */
  private static @Nullable PlannedRow changed(
      int line, Site site, SiteDraft house, @Nullable ObjectNode base, Set<String> taken) {
    ObjectNode here = SiteForms.tree(SiteDraft.of(site));
    ObjectNode file = SiteForms.tree(house);
    Merge merge = Merge.of(base, here, file, taken);
    ObjectNode said = ListedSites.said(base, here, file);
    if (merge.differences().isEmpty() && said.equals(base)) {
      return null;
    }
    RowOutcome outcome = merge.row().equals(here) ? RowOutcome.kept : RowOutcome.changed;
    return new PlannedRow(
        line,
        house.officialId(),
        site.name(),
        merge.differences().isEmpty() ? RowOutcome.unchanged : outcome,
        merge.differences(),
        here,
        merge.row(),
        said,
        base);
  }

  private static PlannedRow gone(Site site) {
    return new PlannedRow(
        0, site.officialId(), site.name(), RowOutcome.gone, List.of(), null, null, null, null);
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
  public void write(Plan plan, Progress progress) {
    writer.write(plan.changes(), progress);
    listed.remember(plan.changes());
    changed.fire(new RegisterChanged());
  }

  @Override
  public List<Text> hindrances(List<PlannedRow> rows) {
    return writer.hindrances(rows);
  }

  @Override
  public void takeBack(List<PlannedRow> rows) {
    writer.takeBack(rows);
    listed.forget(rows);
    changed.fire(new RegisterChanged());
  }
}
