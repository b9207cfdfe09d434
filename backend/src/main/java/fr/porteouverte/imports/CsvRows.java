package fr.porteouverte.imports;

import fr.porteouverte.text.CsvCells;
import fr.porteouverte.text.Text;
import fr.porteouverte.text.TypedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a CSV file with a header, as office programs save it: commas, semicolons or tabs, said by a
 * first line {@code sep=;} or not, names of columns in any case, empty columns at the right.
 */
public final class CsvRows {
  /** Excel's own way to say the separator. */
  private static final Pattern SAID = Pattern.compile("\\A\"?sep=([,;\t])\"?\\s*?(\r\n|\r|\n)");

  private static final int LONGEST_HEADER = 8_000;

  private CsvRows() {}

  /**
   * A row.
   *
   * @param line of the row's beginning in the file; the header is line 1
   * @param values by column; blanks around them and doubled within are taken away
   * @param whole false: it has more or fewer values than the header
   */
  public record CsvRow(int line, Map<String, String> values, boolean whole) {
    /** The value of a column, or an empty text. */
    public String get(String column) {
      String line = values.getOrDefault(column, "").replaceAll("[\\s\\p{Cc}\\u00a0]+", " ");
      return TypedText.legible(line.strip());
    }

    /** As it was, for a report. */
    public String text() {
      return String.join("; ", values.values());
    }
  }

  /**
   * Hands over row by row.
   *
   * @param columns that must be there
   * @throws UnreadableFile when the whole file cannot be used
   */
  public static void read(
      InputStream file, Set<String> columns, Findings notes, Consumer<CsvRow> each) {
    read(file, List.of(columns), notes, each);
  }

  /**
   * The same for a file that may be of one of several kinds.
   *
   * @param kinds what columns each has; the first is named when a file is of none
   */
  static void read(
      InputStream file, List<Set<String>> kinds, Findings notes, Consumer<CsvRow> each) {
    CsvText letters = CsvText.of(bytes(file));
    if (!letters.encoding().equals(StandardCharsets.UTF_8)) {
      notes.row(1, "").repaired(FindingKind.otherEncoding, letters.encoding().name(), "UTF-8");
    }
    Matcher said = SAID.matcher(letters.text());
    String text = said.find() ? letters.text().substring(said.end()) : letters.text();
    char separator = said.reset().find() ? said.group(1).charAt(0) : separator(text);
    int before = said.reset().find() ? 1 : 0;
    try (CSVParser rows = format(separator).parse(new StringReader(text))) {
      Lines lines = new Lines(text, before + 1);
      Header header = null;
      for (CSVRecord row : rows) {
        if (header == null) {
          header = Header.of(row, kinds);
        } else {
          each.accept(header.row(lines.at((int) row.getCharacterPosition()), row));
        }
      }
    } catch (UncheckedIOException | IOException broken) {
      throw UnreadableFile.notCsv();
    }
  }

  /** Counts lines up to a position, ever further on. */
  private static final class Lines {
    private final String text;
    private int line;
    private int counted;

    Lines(String text, int first) {
      this.text = text;
      this.line = first;
    }

    /** The line of the first letter from here on: empty lines before a row are not of it. */
    int at(int position) {
      int end = position;
      while (end < text.length() && (text.charAt(end) == '\n' || text.charAt(end) == '\r')) {
        end++;
      }
      for (; counted < end; counted++) {
        char c = text.charAt(counted);
        boolean pair = c == '\r' && counted + 1 < text.length() && text.charAt(counted + 1) == '\n';
        line += (c == '\n' || c == '\r') && !pair ? 1 : 0;
      }
      return line;
    }
  }

  private static byte[] bytes(InputStream file) {
    try {
      return file.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * The names of the columns, as {@link #name} spells them, without the empty ones at the right.
   */
  private record Header(List<String> names) {

    static Header of(CSVRecord row, List<Set<String>> kinds) {
      List<String> names = new ArrayList<>(row.stream().map(CsvRows::name).toList());
      while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
        names.remove(names.size() - 1);
      }
      Set<String> wanted =
          kinds.stream().filter(names::containsAll).findFirst().orElse(kinds.get(0));
      Set<String> missing = new LinkedHashSet<>(wanted);
      names.forEach(missing::remove);
      if (!missing.isEmpty()) {
        throw UnreadableFile.missingColumns(List.copyOf(missing), names);
      }
      List<String> twice =
          wanted.stream().filter(one -> names.indexOf(one) != names.lastIndexOf(one)).toList();
      if (!twice.isEmpty()) {
        throw UnreadableFile.columnsTwice(twice);
      }
      return new Header(names);
    }

    /** A row may go on with empty values at the right. */
    CsvRow row(int line, CSVRecord row) {
      Map<String, String> values = new HashMap<>();
      boolean whole = row.size() >= names.size();
      for (int i = 0; i < row.size(); i++) {
        if (i < names.size()) {
          values.put(names.get(i), CsvCells.read(row.get(i)));
        } else if (!row.get(i).isBlank()) {
          values.put("+" + (i + 1), row.get(i));
          whole = false;
        }
      }
      return new CsvRow(line, values, whole);
    }
  }

  /** A column's name without what programs change of it: {@code Code Postal} is code_postal. */
  private static String name(String written) {
    return Text.fold(written).replace(' ', '_').toLowerCase(Locale.ROOT);
  }

  /** The one that the first line has most of, outside quotes. */
  private static char separator(String text) {
    Map<Character, Integer> counts = new HashMap<>();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i >= LONGEST_HEADER) {
        throw UnreadableFile.notCsv();
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        break;
      } else if (!quoted && (c == ',' || c == ';' || c == '\t')) {
        counts.merge(c, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(',');
  }

  private static CSVFormat format(char separator) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(separator)
        .setIgnoreEmptyLines(true)
        .setTrim(true)
        .get();
  }
}
