package fr.porteouverte.imports;

import fr.porteouverte.commune.CommuneDraft;
import fr.porteouverte.imports.CsvRows.CsvRow;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The national file of communes: INSEE code, name, postcodes, point, population. */
public final class CommunesFile {
  static final Set<String> COLUMNS =
      Set.of("insee", "nom", "codes_postaux", "lat", "lon", "population");
  private static final int LONGEST_NAME = 100;

  private CommunesFile() {}

  /** The communes that can be stored; what was wrong with the others goes to the findings. */
  public static List<CommuneDraft> read(InputStream file, Findings findings) {
    Reader reader = new Reader(findings);
    CsvRows.read(file, COLUMNS, findings, reader::accept);
    return List.copyOf(reader.communes());
  }

  static final class Reader {
    private final Findings findings;
    private final Map<String, CommuneDraft> communes = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private int rows;

    Reader(Findings findings) {
      this.findings = findings;
    }

    Collection<CommuneDraft> communes() {
      return communes.values();
    }

    int rows() {
      return rows;
    }

    /** The line of one of them. */
    int line(String insee) {
      return lines.getOrDefault(insee, 0);
    }

    void accept(CsvRow row) {
      rows++;
      String insee = PostcodeCell.insee(row.get("insee"));
      Findings.Row notes = findings.row(row.line(), row.get("insee"));
      if (!row.whole()) {
        notes.refused(FindingKind.columnCount, row.text());
      } else if (insee == null) {
        notes.refused(FindingKind.missingValue, "insee: " + row.get("insee"));
      } else if (row.get("nom").isEmpty()) {
        notes.refused(FindingKind.missingValue, "nom");
      } else if (row.get("nom").length() > LONGEST_NAME) {
        notes.refused(FindingKind.tooLong, row.get("nom"));
      } else if (communes.containsKey(insee)) {
        notes.refused(FindingKind.duplicateId, insee);
      } else {
        if (!insee.equals(row.get("insee"))) {
          notes.repaired(FindingKind.lostZero, row.get("insee"), insee);
        }
        postcodes(row.get("codes_postaux"), Departments.of(insee), notes)
            .ifPresent(postcodes -> point(row, insee, postcodes, notes));
      }
    }

    private void point(CsvRow row, String insee, List<String> postcodes, Findings.Row notes) {
      Double latitude = NumberCells.degrees(row.get("lat"), 90);
      Double longitude = NumberCells.degrees(row.get("lon"), 180);
      if (latitude == null || longitude == null) {
        // Without a point a commune cannot be searched from.
        notes.refused(
            FindingKind.badPoint, row.get("nom") + ": " + row.get("lat") + ", " + row.get("lon"));
        return;
      }
      lines.put(insee, row.line());
      communes.put(
          insee,
          new CommuneDraft(
              insee,
              row.get("nom"),
              Departments.of(insee),
              latitude,
              longitude,
              population(row.get("population"), notes),
              postcodes));
    }

    private static int population(String text, Findings.Row notes) {
      if (text.matches("\\d{1,9}")) {
        return Integer.parseInt(text);
      }
      notes.doubtful(FindingKind.badPopulation, text, "0");
      return 0;
    }

    /**
     * @return empty when none of what is written is a postcode: such a row would take them away
     */
    private static Optional<List<String>> postcodes(
        String text, String department, Findings.Row notes) {
      List<String> all =
          Arrays.stream(text.split("[|; ]")).filter(code -> !code.isEmpty()).distinct().toList();
      List<String> good =
          all.stream()
              .map(code -> PostcodeCell.read(code, department))
              .flatMap(Optional::stream)
              .sorted()
              .distinct()
              .toList();
      if (good.isEmpty() && !all.isEmpty()) {
        notes.refused(FindingKind.badPostcode, text);
        return Optional.empty();
      }
      if (good.size() < all.size() || good.isEmpty()) {
        notes.doubtful(FindingKind.badPostcode, text, String.join(" ", good));
      } else if (!all.containsAll(good)) {
        notes.repaired(FindingKind.lostZero, text, String.join(" ", good));
      }
      return Optional.of(good);
    }
  }
}
