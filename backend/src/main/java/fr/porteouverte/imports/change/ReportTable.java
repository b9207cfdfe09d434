package fr.porteouverte.imports.change;

import fr.porteouverte.catalogue.FieldDifference;
import fr.porteouverte.imports.FindingWords;
import fr.porteouverte.imports.ImportReport;
import fr.porteouverte.imports.ImportReports;
import fr.porteouverte.text.CsvCells;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A report as a table: a line for each field that changed, and for each thing that was found. */
@ApplicationScoped
class ReportTable {
  /** So that spreadsheets take it for UTF-8. */
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private static final String[] FRENCH = {
    "ligne", "numero", "nom", "resultat", "champ", "ici", "fichier", "reparation"
  };
  private static final String[] ENGLISH = {
    "row", "key", "name", "outcome", "field", "here", "file", "repair"
  };

  @Inject PlannedRows rows;
  @Inject ImportReports reports;

  String of(ImportReport report, Locale language) {
    StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
    String[] names = language.getLanguage().equals("en") ? ENGLISH : FRENCH;
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(';').setHeader(names).get();
    try (CSVPrinter table = new CSVPrinter(text, format)) {
      for (PlannedRow row : rows.all(report.id())) {
        print(table, row);
      }
      for (var found : reports.allFindings(report.id())) {
        table.printRecord(
            found.row(),
            cell(found.officialId()),
            FindingWords.what(found.kind()).in(language),
            found.severity(),
            found.kind(),
            cell(found.kept()),
            cell(found.found()),
            FindingWords.repair(found.kind()).in(language));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void print(CSVPrinter table, PlannedRow row) throws IOException {
    if (row.fields().isEmpty()) {
      table.printRecord(
          row.line(), cell(row.key()), cell(row.label()), row.outcome(), null, null, null, null);
    }
    for (FieldDifference field : row.fields()) {
      table.printRecord(
          row.line(),
          cell(row.key()),
          cell(row.label()),
          field.kept() ? "kept" : row.outcome(),
          field.field(),
          cell(field.here()),
          cell(field.file()),
          null);
    }
  }

  private static String cell(@Nullable String value) {
    return CsvCells.written(Objects.requireNonNullElse(value, ""));
  }
}
