package fr.porteouverte.figures;

import fr.porteouverte.figures.SheetView.RowView;
import fr.porteouverte.text.CsvCells;
import fr.porteouverte.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table of figures as French spreadsheets open it: UTF-8 with its mark, semicolons. */
final class SheetFile {
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final Text NUMBER = new Text("Nombre", "Number");
  private static final Text OF = new Text("Sur", "Of");
  private static final Text BEFORE = new Text("Période précédente", "Days before");
  private static final Text MASKED = new Text("non dit", "not said");

  private SheetFile() {}

  static String of(SheetView sheet, Locale language) {
    boolean parts =
        sheet.rows().stream().anyMatch(row -> row.of() != null || row.beforeOf() != null);
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(sheet.title().in(language), NUMBER.in(language)));
    if (parts) {
      head.add(OF.in(language));
    }
    head.add(BEFORE.in(language));
    if (parts) {
      head.add(OF.in(language));
    }
    lines.add(head);
    for (RowView row : sheet.rows()) {
      List<String> line = new ArrayList<>();
      line.add(row.name().in(language));
      line.add(number(row.number(), language));
      if (parts) {
        line.add(part(row.of()));
      }
      line.add(number(row.before(), language));
      if (parts) {
        line.add(part(row.beforeOf()));
      }
      lines.add(line);
    }
    return text(lines);
  }

  static String text(List<List<String>> lines) {
    return lines.stream()
        .map(line -> line.stream().map(SheetFile::cell).collect(Collectors.joining(";")))
        .collect(Collectors.joining("\r\n", BYTE_ORDER_MARK, "\r\n"));
  }

  private static String cell(String words) {
    String safe = CsvCells.written(words);
    return safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  private static String number(@Nullable Long number, Locale language) {
    return number == null ? MASKED.in(language) : number.toString();
  }

  private static String part(@Nullable Long number) {
    return number == null ? "" : number.toString();
  }
}
