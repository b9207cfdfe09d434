package fr.porteouverte.imports.change;

import fr.porteouverte.catalogue.FieldDifference;
import fr.porteouverte.imports.CsvTable;
import fr.porteouverte.imports.FindingWords;
import fr.porteouverte.imports.ImportReport;
import fr.porteouverte.imports.ImportReports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report as a table: a line for each field that changed, and for each thing that was found. */
@ApplicationScoped
class ReportTable {
  private static final String[] FRENCH = {
    "ligne", "numero", "nom", "resultat", "champ", "ici", "fichier", "reparation"
  };
  private static final String[] ENGLISH = {
    "row", "key", "name", "outcome", "field", "here", "file", "repair"
  };

  @Inject PlannedRows rows;
  @Inject ImportReports reports;

  String of(ImportReport report, Locale language) {
    String[] names = language.getLanguage().equals("en") ? ENGLISH : FRENCH;
    List<List<String>> lines = new ArrayList<>();
    rows.all(report.id()).forEach(row -> add(lines, row));
    for (var found : reports.allFindings(report.id())) {
      lines.add(
          cells(
              found.row(),
              found.officialId(),
              FindingWords.what(found.kind()).in(language),
              found.severity(),
              found.kind(),
              found.kept(),
              found.found(),
              FindingWords.repair(found.kind()).in(language)));
    }
    return CsvTable.of(List.of(names), lines);
  }

  private static void add(List<List<String>> lines, PlannedRow row) {
    if (row.fields().isEmpty()) {
      lines.add(cells(row.line(), row.key(), row.label(), row.outcome(), null, null, null, null));
    }
    for (FieldDifference field : row.fields()) {
      lines.add(
          cells(
              row.line(),
              row.key(),
              row.label(),
              field.kept() ? "kept" : row.outcome(),
              field.field(),
              field.here(),
              field.file(),
              null));
    }
  }

  private static List<String> cells(@Nullable Object... values) {
    return Arrays.stream(values).map(value -> value == null ? "" : value.toString()).toList();
  }
}
