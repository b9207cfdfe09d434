package fr.porteouverte.imports.house;

import fr.porteouverte.site.Address;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.SiteKind;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A house as the list gives it.
 *
 * @param phone E.164; null when there is none
 * @param hours by day and time; empty when none are published
 */
record SiteDraft(
    @Nullable String officialId,
    String name,
    SiteKind kind,
    Address address,
    String department,
    double latitude,
    double longitude,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String comment,
    boolean appointments,
    List<ImportedHours> hours) {
  private static final Comparator<ImportedHours> BY_TIME =
      Comparator.comparing(ImportedHours::day).thenComparing(ImportedHours::from);

  SiteDraft {
    hours = hours.stream().sorted(BY_TIME).toList();
  }

  static SiteDraft of(Site site) {
    return new SiteDraft(
        site.officialId(),
        site.name(),
        site.kind(),
        site.address(),
        site.department(),
        site.latitude(),
        site.longitude(),
        site.phone(),
        site.email(),
        site.comment(),
        site.takesAppointments(),
        site.openingHours().stream().map(ImportedHours::of).toList());
  }

  SiteDraft takingAppointments() {
    return new SiteDraft(
        officialId,
        name,
        kind,
        address,
        department,
        latitude,
        longitude,
        phone,
        email,
        comment,
        true,
        hours);
  }

  /** Writes it over a house; what the list does not know (closures, contact rule) stays. */
  void applyTo(Site site) {
    site.describe(name, kind, appointments, comment);
    site.locate(address, department, latitude, longitude);
    site.reachAt(phone, email);
    if (!SiteDraft.of(site).hours().equals(hours)) {
      site.open(hours.stream().map(ImportedHours::range).toList());
    }
  }
}
