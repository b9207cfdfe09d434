package fr.porteouverte.imports;

import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the houses of a file over those that are there. Never removes one. */
@ApplicationScoped
class SiteWriter {
  @Inject Sites sites;
  @Inject EntityManager database;

  /** What a file changed. */
  record Changes(int created, int updated, int unchanged) {}

  /**
   * @param notes where to note something about a house, by its identifier
   */
  Changes write(Collection<SiteDraft> houses, Function<String, Findings.Row> notes) {
    Map<String, Site> known =
        sites.listed().stream().collect(Collectors.toMap(Site::officialId, Function.identity()));
    Set<Long> bookable = bookable();
    int created = 0;
    int updated = 0;
    for (SiteDraft house : houses) {
      Site site = known.remove(house.officialId());
      if (site == null) {
        Site fresh = new Site(house.officialId());
        house.applyTo(fresh);
        sites.persist(fresh);
        created++;
        continue;
      }
      SiteDraft before = SiteDraft.of(site);
      SiteDraft after = respecting(before, house, bookable.contains(site.id()), notes);
      if (!before.equals(after)) {
        after.applyTo(site);
        updated++;
      }
    }
    known
        .keySet()
        .forEach(id -> notes.apply(id).doubtful(FindingKind.notInFile, id, "the house stays"));
    return new Changes(created, updated, houses.size() - created - updated);
  }

  /** What the list does not know better than the house itself. */
  private static SiteDraft respecting(
      SiteDraft before, SiteDraft house, boolean bookable, Function<String, Findings.Row> notes) {
    SiteDraft after = house;
    if (house.hours().isEmpty() && !before.hours().isEmpty()) {
      after = after.withHours(before.hours());
    }
    if (!house.appointments() && bookable) {
      notes
          .apply(house.officialId())
          .doubtful(
              FindingKind.takesAppointments,
              "prise_rdv: Non",
              "takes appointments: it has a permanence with slots");
      after = after.takingAppointments();
    }
    return after;
  }

  private Set<Long> bookable() {
    return new HashSet<>(
        database
            .createQuery(
                "select distinct p.site.id from Permanence p where p.terms.mode <> walkIn",
                Long.class)
            .getResultList());
  }
}
