package fr.porteouverte.imports;

import fr.porteouverte.commune.CommuneDraft;
import fr.porteouverte.commune.FormerCommune;
import fr.porteouverte.imports.CsvRows.CsvRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The national list of delegated and associated communes: as INSEE publishes it with all communes
 * (code officiel géographique), or with the columns {@code insee,nom,commune_actuelle}.
 */
final class FormerCommunesFile {
  static final Set<String> COLUMNS = Set.of("insee", "nom", "commune_actuelle");
  static final Set<String> INSEE_COLUMNS = Set.of("typecom", "com", "libelle", "comparent");

  /** INSEE's kinds of what is a commune (or an arrondissement) of today: not what is read here. */
  private static final Set<String> OF_TODAY = Set.of("COM", "ARM");

  private static final int LONGEST_NAME = 100;

  private FormerCommunesFile() {}

  static boolean has(CsvRow row) {
    return row.values().containsKey("commune_actuelle") || row.values().containsKey("typecom");
  }

  static final class Reader {
    private final Map<String, CommuneDraft> communes;
    private final Findings findings;
    private final Map<String, FormerCommune> formers = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private int rows;

    /**
     * @param communes of the register, by INSEE code: they hold the former ones
     */
    Reader(Map<String, CommuneDraft> communes, Findings findings) {
      this.communes = communes;
      this.findings = findings;
    }

    Collection<FormerCommune> formers() {
      return formers.values();
    }

    int rows() {
      return rows;
    }

    /** The line of one of them. */
    int line(String insee) {
      return lines.getOrDefault(insee, 0);
    }

    void accept(CsvRow row) {
      boolean official = row.values().containsKey("typecom");
      if (official && OF_TODAY.contains(row.get("typecom").toUpperCase(Locale.ROOT))) {
        return;
      }
      rows++;
      String insee = row.get(official ? "com" : "insee");
      String name = row.get(official ? "libelle" : "nom");
      String current = row.get(official ? "comparent" : "commune_actuelle");
      Findings.Row notes = findings.row(row.line(), insee);
      if (!row.whole()) {
        notes.refused(FindingKind.columnCount, row.text());
      } else if (!insee.matches("\\d[\\dAB]\\d{3}")) {
        notes.refused(FindingKind.missingValue, "insee: " + insee);
      } else if (name.isEmpty()) {
        notes.refused(FindingKind.missingValue, "nom");
      } else if (name.length() > LONGEST_NAME) {
        notes.refused(FindingKind.tooLong, name);
      } else if (formers.containsKey(insee)) {
        notes.refused(FindingKind.duplicateId, insee);
      } else if (!communes.containsKey(current)) {
        notes.refused(FindingKind.unknownCommune, current + " (" + name + ")");
      } else {
        lines.put(insee, row.line());
        formers.put(insee, new FormerCommune(insee, name, current));
      }
    }
  }
}
