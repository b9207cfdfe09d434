package fr.porteouverte.imports;

import fr.porteouverte.imports.CsvRows.CsvRow;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.PhoneNumbers;
import fr.porteouverte.site.SiteKind;
import fr.porteouverte.text.Text;
import fr.porteouverte.text.TypedText;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes houses of the rows of the national list. Each row becomes a house or a refusal. */
final class SiteReader {
  private static final List<String> NEEDED =
      List.of("id_fs", "lib_fs", "insee_com", "code_postal", "lib_com");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]+\\.[^\\s@.<>,;\"]{2,63}");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_COMMENT = 4_000;

  private final LocationReader places;
  private final Findings findings;
  private final Map<String, SiteDraft> houses = new LinkedHashMap<>();
  private final Map<String, String> idByPlace = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private int rows;

  SiteReader(LocationReader places, Findings findings) {
    this.places = places;
    this.findings = findings;
  }

  static Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>(NEEDED);
    columns.addAll(
        List.of("insee_dep", "adresse", "complement_adresse", "latitude", "longitude", "mail"));
    columns.addAll(List.of("telephone", "prise_rdv", "commentaire", "type_fs", "format_fs"));
    columns.addAll(HoursReader.columns());
    return columns;
  }

  Collection<SiteDraft> houses() {
    return houses.values();
  }

  int rows() {
    return rows;
  }

  /** The line of a house; 0 when it is not in the file. */
  int line(String officialId) {
    return lines.getOrDefault(officialId, 0);
  }

  void accept(CsvRow row) {
    rows++;
    String id = row.get("id_fs");
    Findings.Row notes = findings.row(row.line(), id);
    if (!row.whole()) {
      notes.refused(FindingKind.columnCount, row.values().toString());
    } else if (NEEDED.stream().anyMatch(column -> row.get(column).isEmpty())) {
      notes.refused(
          FindingKind.missingValue,
          String.join(", ", NEEDED.stream().filter(c -> row.get(c).isEmpty()).toList()));
    } else if (id.length() > 20 || row.get("lib_com").length() > 100) {
      notes.refused(FindingKind.tooLong, id + " " + row.get("lib_com"));
    } else if (!row.get("insee_com").matches("\\d[\\dAB]\\d{3}")
        || !row.get("code_postal").matches("\\d{5}")) {
      notes.refused(FindingKind.missingValue, row.get("insee_com") + " " + row.get("code_postal"));
    } else if (houses.containsKey(id)) {
      notes.refused(FindingKind.duplicateId, id + " " + row.get("lib_fs"));
    } else {
      lines.put(id, row.line());
      house(row, id, notes);
    }
  }

  private void house(CsvRow row, String id, Findings.Row notes) {
    LocationReader.Location place = places.read(row, notes);
    if (place == null) {
      return;
    }
    String street = Text.fold(place.address().street()) + "@" + place.address().insee();
    String other = idByPlace.putIfAbsent(street, id);
    if (other != null) {
      notes.doubtful(
          FindingKind.duplicatePlace, place.address().street(), "also the address of " + other);
    }
    String comment = CommentText.read(row.get("commentaire"), notes);
    boolean said = takesAppointments(row.get("prise_rdv"), notes);
    List<ImportedHours> hours = HoursReader.read(row, said, comment, notes);
    boolean someOnly = hours.stream().anyMatch(h -> h.mode() == OpeningMode.appointment);
    if (!said && someOnly) {
      notes.repaired(FindingKind.appointmentsOnlyInComment, comment, "takes appointments");
    }
    houses.put(
        id,
        new SiteDraft(
            id,
            Texts.fitting(row.get("lib_fs"), LONGEST_NAME, notes),
            kind(row.get("type_fs"), row.get("format_fs"), notes),
            place.address(),
            place.department(),
            place.point().latitude(),
            place.point().longitude(),
            phone(row.get("telephone"), place.department(), notes),
            email(row.get("mail"), notes),
            comment == null ? null : Texts.fitting(comment, LONGEST_COMMENT, notes),
            said || someOnly,
            hours));
  }

  private static boolean takesAppointments(String answer, Findings.Row notes) {
    if (!answer.equalsIgnoreCase("oui") && !answer.equalsIgnoreCase("non")) {
      notes.doubtful(FindingKind.unknownAnswer, "prise_rdv: " + answer, "Non");
    }
    return answer.equalsIgnoreCase("oui");
  }

  private static SiteKind kind(String type, String format, Findings.Row notes) {
    if (type.equals("Antenne")) {
      return SiteKind.branch;
    }
    return switch (Text.fold(format)) {
      case "fixe", "fixe antenne s" -> SiteKind.fixed;
      case "multisites" -> SiteKind.multisite;
      case "itinerante" -> SiteKind.itinerant;
      case "bus equivalent" -> SiteKind.bus;
      default -> {
        notes.doubtful(FindingKind.unknownKind, type + " " + format, "fixed");
        yield SiteKind.fixed;
      }
    };
  }

  private static @Nullable String phone(String written, String department, Findings.Row notes) {
    if (written.isEmpty()) {
      return null;
    }
    return PhoneNumbers.e164(written, department)
        .orElseGet(
            () -> {
              notes.doubtful(FindingKind.badPhone, written, null);
              return null;
            });
  }

  private static @Nullable String email(String written, Findings.Row notes) {
    if (written.isEmpty()) {
      return null;
    }
    String first = written.split(" - |[;, /]")[0];
    if (!EMAIL.matcher(first).matches() || first.length() > TypedText.LONGEST_EMAIL) {
      notes.doubtful(FindingKind.badEmail, written, null);
      return null;
    }
    if (!first.equals(written)) {
      notes.repaired(FindingKind.severalEmails, written, first);
    }
    return first;
  }
}
