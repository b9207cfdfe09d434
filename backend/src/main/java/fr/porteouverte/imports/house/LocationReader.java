package fr.porteouverte.imports.house;

import fr.porteouverte.commune.CommuneDraft;
import fr.porteouverte.commune.PlaceName;
import fr.porteouverte.commune.Point;
import fr.porteouverte.imports.CsvRows.CsvRow;
import fr.porteouverte.imports.Departments;
import fr.porteouverte.imports.FindingKind;
import fr.porteouverte.imports.Findings;
import fr.porteouverte.imports.NumberCells;
import fr.porteouverte.imports.Texts;
import fr.porteouverte.site.Address;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a house is, held against the register of communes. */
final class LocationReader {
  /** Farther from its commune's point than this, a house is worth a look. */
  private static final int FAR_METRES = 10_000;

  private static final int LONGEST_LINE = 200;

  private final Map<String, CommuneDraft> communes;
  private final boolean wholeCountry;

  /**
   * @param communes by INSEE code
   * @param wholeCountry a commune that is not among them does not exist (any more)
   */
  LocationReader(Map<String, CommuneDraft> communes, boolean wholeCountry) {
    this.communes = communes;
    this.wholeCountry = wholeCountry;
  }

  /** What is known of where a house is. */
  record Location(Address address, String department, Point point) {}

  /**
   * @param insee of the commune, and its postcode: as they stand in the row, readable
   * @return null when the row must be refused; the notes say why
   */
  @Nullable Location read(CsvRow row, String insee, String postcode, Known known) {
    Findings.Row notes = known.notes();
    CommuneDraft commune = communes.get(insee);
    if (commune == null && wholeCountry) {
      notes.doubtful(FindingKind.unknownCommune, insee + " " + row.get("lib_com"), null);
    }
    Point point = point(row, insee, commune, known);
    if (point == null) {
      return null;
    }
    Address address =
        new Address(
            Objects.requireNonNullElse(
                line(row, "adresse", insee, known, house -> Texts.orNull(house.address().street())),
                ""),
            line(row, "complement_adresse", insee, known, house -> house.address().complement()),
            postcode(postcode, insee, commune, notes),
            name(row.get("lib_com"), commune, notes),
            insee);
    return new Location(address, department(row.get("insee_dep"), insee, notes), point);
  }

  /** An address is kept whole or not at all: another commune's street is no street of this one. */
  private static @Nullable String line(
      CsvRow row,
      String column,
      String insee,
      Known known,
      Function<SiteDraft, @Nullable String> stored) {
    String written = Texts.orNull(Texts.fitting(row.get(column), LONGEST_LINE, known.notes()));
    return known.in(insee) ? known.unless(written, column, stored) : written;
  }

  private static String department(String written, String insee, Findings.Row notes) {
    String department = Departments.of(insee);
    if (!Departments.known(department)) {
      notes.doubtful(FindingKind.unknownDepartment, department, "Europe/Paris");
    } else if (!department.equals(written)) {
      notes.repaired(FindingKind.departmentMismatch, written + " (" + insee + ")", department);
    }
    return department;
  }

  private static String name(String written, @Nullable CommuneDraft commune, Findings.Row notes) {
    if (commune != null
        && !PlaceName.key(commune.name()).startsWith(PlaceName.key(written))
        && !PlaceName.key(written).startsWith(PlaceName.key(commune.name()))) {
      notes.doubtful(FindingKind.otherCommuneName, written + " (" + commune.name() + ")", written);
    }
    return written;
  }

  private static String postcode(
      String written, String insee, @Nullable CommuneDraft commune, Findings.Row notes) {
    if (commune == null || commune.postcodes().isEmpty() || commune.postcodes().contains(written)) {
      return written;
    }
    String right = String.join(" ", commune.postcodes());
    String found = written + " " + commune.name() + ": " + right;
    if (commune.postcodes().size() == 1 && (written.equals(insee) || sameDigits(written, right))) {
      notes.repaired(FindingKind.wrongPostcode, found, right);
      return right;
    }
    // A CEDEX, a neighbour's, or an error: the house must say.
    notes.doubtful(FindingKind.wrongPostcode, found, written);
    return written;
  }

  /** Two digits changed places. */
  private static boolean sameDigits(String one, String other) {
    return Arrays.equals(one.chars().sorted().toArray(), other.chars().sorted().toArray());
  }

  private static @Nullable Point point(
      CsvRow row, String insee, @Nullable CommuneDraft commune, Known known) {
    Findings.Row notes = known.notes();
    String found = row.get("latitude") + ", " + row.get("longitude");
    Double latitude = NumberCells.degrees(row.get("latitude"), 90);
    Double longitude = NumberCells.degrees(row.get("longitude"), 180);
    Point written =
        latitude == null || longitude == null || (latitude == 0 && longitude == 0)
            ? null
            : new Point(latitude, longitude);
    SiteDraft house = known.house();
    if (written == null && house != null && known.in(insee)) {
      notes.doubtful(FindingKind.badPoint, found, house.latitude() + ", " + house.longitude());
      return new Point(house.latitude(), house.longitude());
    }
    if (commune == null) {
      if (written == null) {
        notes.refused(FindingKind.badPoint, found);
      }
      return written;
    }
    Point centre = new Point(commune.latitude(), commune.longitude());
    if (written == null) {
      notes.doubtful(FindingKind.badPoint, found, commune.latitude() + ", " + commune.longitude());
      return centre;
    }
    int metres = written.metresTo(centre);
    if (metres <= FAR_METRES) {
      return written;
    }
    Point exchanged = new Point(written.longitude(), written.latitude());
    if (Math.abs(written.longitude()) <= 90 && exchanged.metresTo(centre) <= FAR_METRES) {
      notes.repaired(
          FindingKind.badPoint, found, exchanged.latitude() + ", " + exchanged.longitude());
      return exchanged;
    }
    notes.doubtful(
        FindingKind.farFromCommune,
        found + ": " + Math.round(metres / 100.0) / 10.0 + " km, " + commune.name(),
        null);
    return written;
  }
}
