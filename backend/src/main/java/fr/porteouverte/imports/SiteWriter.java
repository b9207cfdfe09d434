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

  /** What is there, by its number in the list. */
  Map<String, SiteDraft> stored() {
    return sites.listed().stream()
        .map(SiteDraft::of)
        .collect(Collectors.toMap(SiteDraft::officialId, Function.identity()));
  }

  /** What a file changed. */
  record Changes(int created, int updated, int unchanged) {}

  /**
   * @param houses as their rows were read
   * @param named the identifiers of the file, also of rows that were refused
   * @param notes where to note something about a house, by its identifier
   */
  Changes write(
      Collection<SiteDraft> houses, Set<String> named, Function<String, Findings.Row> notes) {
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
      SiteDraft after = respecting(house, bookable.contains(site.id()), notes);
      if (!before.equals(after)) {
        after.applyTo(site);
        updated++;
      }
    }
    known.keySet().stream()
        .filter(id -> !named.contains(id))
        .forEach(id -> notes.apply(id).doubtful(FindingKind.notInFile, id, "the house stays"));
    return new Changes(created, updated, houses.size() - created - updated);
  }

  /** What the list does not know better than the house itself. */
  private static SiteDraft respecting(
      SiteDraft house, boolean bookable, Function<String, Findings.Row> notes) {
    SiteDraft after = house;
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
                "select distinct p.site.id from Permanence p where p.terms.mode <> walkIn"
                    + " and p.eventId is null",
                Long.class)
            .getResultList());
  }
}
