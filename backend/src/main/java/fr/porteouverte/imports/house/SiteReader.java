package fr.porteouverte.imports.house;

import fr.porteouverte.imports.CsvRows.CsvRow;
import fr.porteouverte.imports.Departments;
import fr.porteouverte.imports.FindingKind;
import fr.porteouverte.imports.Findings;
import fr.porteouverte.imports.PostcodeCell;
import fr.porteouverte.imports.Texts;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.PhoneNumbers;
import fr.porteouverte.site.SiteKind;
import fr.porteouverte.text.MailAddress;
import fr.porteouverte.text.Text;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes houses of the rows of the national list. Each row becomes a house or a refusal. */
public final class SiteReader {
  private static final List<String> NEEDED =
      List.of("id_fs", "lib_fs", "insee_com", "code_postal", "lib_com");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_COMMENT = 4_000;

  private final LocationReader places;
  private final Map<String, SiteDraft> stored;
  private final Findings findings;
  private final Map<String, SiteDraft> houses = new LinkedHashMap<>();
  private final Map<String, String> idByPlace = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private int rows;

  /**
   * @param stored the houses that are there, by their number in the list
   */
  SiteReader(LocationReader places, Map<String, SiteDraft> stored, Findings findings) {
    this.places = places;
    this.stored = stored;
    this.findings = findings;
  }

  public static Set<String> columns() {
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

  /** The identifiers of all rows, also of those that were refused. */
  Set<String> named() {
    return lines.keySet();
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
      notes.refused(FindingKind.columnCount, row.text());
    } else if (NEEDED.stream().anyMatch(column -> row.get(column).isEmpty())) {
      notes.refused(
          FindingKind.missingValue,
          String.join(", ", NEEDED.stream().filter(c -> row.get(c).isEmpty()).toList()));
    } else if (id.length() > 20 || row.get("lib_com").length() > 100) {
      notes.refused(FindingKind.tooLong, id + " " + row.get("lib_com"));
    } else if (houses.containsKey(id)) {
      notes.refused(FindingKind.duplicateId, id + " " + row.get("lib_fs"));
    } else {
      codes(row, id, notes);
    }
  }

  private void codes(CsvRow row, String id, Findings.Row notes) {
    String found = row.get("insee_com") + " " + row.get("code_postal");
    String insee = PostcodeCell.insee(row.get("insee_com"));
    String postcode =
        insee == null
            ? null
            : PostcodeCell.read(row.get("code_postal"), Departments.of(insee)).orElse(null);
    // Of a row that is refused the house is in the file all the same.
    lines.put(id, row.line());
    if (insee == null || postcode == null) {
      notes.refused(FindingKind.missingValue, found);
      return;
    }
    if (!found.equals(insee + " " + postcode)) {
      notes.repaired(FindingKind.lostZero, found, insee + " " + postcode);
    }
    Known known = new Known(stored.get(id), notes);
    LocationReader.Location place = places.read(row, insee, postcode, known);
    if (place != null) {
      house(row, id, place, known);
    }
  }

  private void house(CsvRow row, String id, LocationReader.Location place, Known known) {
    Findings.Row notes = known.notes();
    String street = Text.fold(place.address().street()) + "@" + place.address().insee();
    String other = idByPlace.putIfAbsent(street, id);
    if (other != null) {
      notes.doubtful(
          FindingKind.duplicatePlace, place.address().street() + " (" + other + ")", null);
    }
    String comment =
        known.unless(
            CommentText.read(row.get("commentaire"), notes), "commentaire", SiteDraft::comment);
    boolean said = takesAppointments(row.get("prise_rdv"), known);
    List<ImportedHours> hours = HoursReader.read(row, said, comment, known);
    boolean someOnly = hours.stream().anyMatch(h -> h.mode() == OpeningMode.appointment);
    if (!said && someOnly) {
      notes.repaired(FindingKind.appointmentsOnlyInComment, comment, "Oui");
    }
    houses.put(
        id,
        new SiteDraft(
            id,
            Texts.fitting(row.get("lib_fs"), LONGEST_NAME, notes),
            kind(row.get("type_fs"), row.get("format_fs"), known),
            place.address(),
            place.department(),
            place.point().latitude(),
            place.point().longitude(),
            phone(row.get("telephone"), place.department(), known),
            email(row.get("mail"), known),
            comment == null ? null : Texts.fitting(comment, LONGEST_COMMENT, notes),
            said || someOnly,
            hours));
  }

  private static boolean takesAppointments(String answer, Known known) {
    if (answer.equalsIgnoreCase("oui") || answer.equalsIgnoreCase("non")) {
      return answer.equalsIgnoreCase("oui");
    }
    boolean kept = Boolean.TRUE.equals(known.stored(SiteDraft::appointments));
    known.notes().doubtful(FindingKind.unknownAnswer, "prise_rdv: " + answer, kept ? "Oui" : "Non");
    return kept;
  }

  private static SiteKind kind(String type, String format, Known known) {
    if (type.equals("Antenne")) {
      return SiteKind.branch;
    }
    return switch (Text.fold(format)) {
      case "fixe", "fixe antenne s" -> SiteKind.fixed;
      case "multisites" -> SiteKind.multisite;
      case "itinerante" -> SiteKind.itinerant;
      case "bus equivalent" -> SiteKind.bus;
      default -> {
        SiteKind kept = Objects.requireNonNullElse(known.stored(SiteDraft::kind), SiteKind.fixed);
        known.notes().doubtful(FindingKind.unknownKind, type + " " + format, kept.name());
        yield kept;
      }
    };
  }

  private static @Nullable String phone(String written, String department, Known known) {
    if (written.isEmpty()) {
      return known.unless(null, "telephone", SiteDraft::phone);
    }
    Optional<String> number = PhoneNumbers.ofHouse(written, department);
    if (number.isEmpty()) {
      String kept = known.stored(SiteDraft::phone);
      known.notes().doubtful(FindingKind.badPhone, written, kept);
      return kept;
    }
    return number.get();
  }

  private static @Nullable String email(String written, Known known) {
    if (written.isEmpty()) {
      return known.unless(null, "mail", SiteDraft::email);
    }
    String first = written.split(" - |[;, /]")[0];
    Optional<String> address = MailAddress.of(first);
    if (address.isEmpty()) {
      String kept = known.stored(SiteDraft::email);
      known.notes().doubtful(FindingKind.badEmail, written, kept);
      return kept;
    }
    if (!first.equals(written)) {
      known.notes().repaired(FindingKind.severalEmails, written, first);
    }
    return address.get();
  }
}
