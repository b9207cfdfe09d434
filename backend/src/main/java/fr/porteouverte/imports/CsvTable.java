package fr.porteouverte.imports;

import fr.porteouverte.text.CsvCells;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as spreadsheets open it: every one that we write is written here. */
public final class CsvTable {
  /** So that spreadsheets take it for UTF-8. */
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private CsvTable() {}

  /**
   * @param rows a cell for each column
   */
  public static String of(List<String> columns, List<List<String>> rows) {
    StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(';')
            .setHeader(columns.toArray(String[]::new))
            .get();
    try (CSVPrinter table = new CSVPrinter(text, format)) {
      for (List<String> row : rows) {
        table.printRecord(row.stream().map(CsvCells::written).toList());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
