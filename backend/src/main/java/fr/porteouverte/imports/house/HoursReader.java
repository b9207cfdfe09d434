package fr.porteouverte.imports.house;

import fr.porteouverte.imports.CsvRows.CsvRow;
import fr.porteouverte.imports.FindingKind;
import fr.porteouverte.imports.Findings;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.text.Text;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The week of a house: its hours, and for each of them whether people may walk in. {@code
 * prise_rdv} says it for the house, a comment sometimes for a half-day.
 */
final class HoursReader {
  private static final Map<DayOfWeek, String> COLUMNS =
      new TreeMap<>(
          Map.of(
              DayOfWeek.MONDAY, "h_lundi",
              DayOfWeek.TUESDAY, "h_mardi",
              DayOfWeek.WEDNESDAY, "h_mercredi",
              DayOfWeek.THURSDAY, "h_jeudi",
              DayOfWeek.FRIDAY, "h_vendredi",
              DayOfWeek.SATURDAY, "h_samedi"));

  private HoursReader() {}

  static List<String> columns() {
    return List.copyOf(COLUMNS.values());
  }

  /**
   * @param appointments what {@code prise_rdv} says
   * @param comment null when there is none
   */
  static List<ImportedHours> read(
      CsvRow row, boolean appointments, @Nullable String comment, Known known) {
    Findings.Row notes = known.notes();
    Optional<Set<ByAppointment.HalfDay>> only =
        comment == null ? Optional.empty() : ByAppointment.read(comment);
    boolean unclear = comment != null && only.isEmpty() && speaksOfAppointments(comment);
    List<ImportedHours> hours = new ArrayList<>();
    for (var column : COLUMNS.entrySet()) {
      DayOfWeek day = column.getKey();
      HoursCell.Day read = HoursCell.read(row.get(column.getValue()), column.getValue(), notes);
      if (!read.understood()) {
        hours.addAll(stored(known, day));
        continue;
      }
      for (HoursCell.Span span : read.spans()) {
        boolean covered =
            only.isPresent() && only.get().stream().anyMatch(h -> h.covers(day, span));
        unclear |= only.isPresent() && only.get().stream().anyMatch(h -> h.cuts(day, span));
        OpeningMode mode =
            covered
                ? OpeningMode.appointment
                : appointments ? OpeningMode.both : OpeningMode.walkIn;
        hours.add(new ImportedHours(day, span.from(), span.to(), mode));
      }
    }
    SiteDraft house = known.house();
    if (hours.isEmpty() && house != null && !house.hours().isEmpty()) {
      notes.doubtful(FindingKind.noHours, null, "the hours stay");
      return house.hours();
    }
    if (hours.isEmpty()) {
      notes.doubtful(FindingKind.noHours, null, null);
    } else if (unclear) {
      notes.doubtful(FindingKind.unclearComment, comment, appointments ? "Oui" : "Non");
    }
    return hours;
  }

  /** What nobody can read does not close a house on that day. */
  private static List<ImportedHours> stored(Known known, DayOfWeek day) {
    SiteDraft house = known.house();
    return house == null
        ? List.of()
        : house.hours().stream().filter(range -> range.day() == day).toList();
  }

  /** It probably says when an appointment is needed; a mere phone number does not count. */
  private static boolean speaksOfAppointments(String comment) {
    String words = Text.fold(comment);
    return words.matches(".*\\b(sur|sous|sans) (rdv|rendez vous)\\b.*")
        || words.matches(
            ".*\\b(uniquement|exclusivement|seulement|obligatoires?)\\b.*(rdv|rendez vous).*")
        || words.matches(
            ".*(rdv|rendez vous).*\\b(uniquement|exclusivement|seulement|obligatoires?)\\b.*");
  }
}
