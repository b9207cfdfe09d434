package fr.porteouverte.demo;

import fr.porteouverte.site.Address;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.OpeningRange;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.SiteKind;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A house of the story, as {@code houses.json} tells it.
 *
 * @param officialId its number in the national list, so that an import finds it; null when it is
 *     not in that list
 * @param kind null: a place that stays where it is
 * @param hours {@code "MO-FR 09:00-12:00 both"}, {@code "TU,TH 14:00-17:00 appointment"}
 */
record DemoHouse(
    @Nullable String officialId,
    String name,
    @Nullable SiteKind kind,
    String street,
    String complement,
    String postcode,
    String commune,
    String insee,
    String department,
    double latitude,
    double longitude,
    String phone,
    boolean appointments,
    boolean contactRequired,
    String comment,
    List<String> hours,
    List<DemoPermanence> permanences) {
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  Site site() {
    Site site = new Site(officialId);
    site.describe(name, kind == null ? SiteKind.fixed : kind, appointments, comment);
    site.locate(
        new Address(street, complement, postcode, commune, insee), department, latitude, longitude);
    site.reachAt(phone, null);
    site.requireContact(contactRequired);
    site.open(hours.stream().flatMap(line -> ranges(line).stream()).toList());
    return site;
  }

  private static List<OpeningRange> ranges(String line) {
    String[] parts = line.split(" ");
    String[] times = parts[1].split("-");
    List<OpeningRange> ranges = new ArrayList<>();
    for (DayOfWeek day : days(parts[0])) {
      ranges.add(
          new OpeningRange(
              day,
              LocalTime.parse(times[0]),
              LocalTime.parse(times[1]),
              OpeningMode.valueOf(parts[2])));
    }
    return ranges;
  }

  private static List<DayOfWeek> days(String text) {
    List<DayOfWeek> days = new ArrayList<>();
    for (String part : text.split(",")) {
      String[] ends = part.split("-");
      int last = DAYS.indexOf(ends[ends.length - 1]);
      for (int day = DAYS.indexOf(ends[0]); day <= last; day++) {
        days.add(DayOfWeek.of(day + 1));
      }
    }
    return days;
  }
}
