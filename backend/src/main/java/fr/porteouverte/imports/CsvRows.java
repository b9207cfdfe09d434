package fr.porteouverte.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a CSV file in UTF-8 with a header; commas or semicolons. */
final class CsvRows {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private static final int LONGEST_HEADER = 8_000;

  private CsvRows() {}

  /**
   * A row.
   *
   * @param line of the row's beginning in the file; the header is line 1
   * @param values by column; blanks around them and doubled within are taken away
   * @param whole false: it has more or fewer values than the header
   */
  record CsvRow(int line, Map<String, String> values, boolean whole) {
    /** The value of a column, or an empty text. */
    String get(String column) {
      return values.getOrDefault(column, "").replaceAll("[\\s\\p{Cc}\\u00a0]+", " ").strip();
    }
  }

  /**
   * Hands over row by row.
   *
   * @throws UnreadableFile when the whole file cannot be used
   */
  static void read(InputStream file, Set<String> columns, Consumer<CsvRow> each) {
    var strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (BufferedReader text = new BufferedReader(new InputStreamReader(file, strict));
        CSVParser rows = format(text).parse(text)) {
      require(columns, rows.getHeaderNames());
      long line = rows.getCurrentLineNumber() + 1;
      for (CSVRecord row : rows) {
        each.accept(new CsvRow((int) line, row.toMap(), row.isConsistent()));
        line = rows.getCurrentLineNumber() + 1;
      }
    } catch (CharacterCodingException notUtf8) {
      throw UnreadableFile.notUtf8();
    } catch (UncheckedIOException | IOException | IllegalArgumentException broken) {
      throw broken.getCause() instanceof CharacterCodingException
          ? UnreadableFile.notUtf8()
          : refusal(broken);
    }
  }

  private static RuntimeException refusal(Exception broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableFile known) {
        return known;
      }
      if (cause instanceof CSVException) {
        break;
      }
    }
    return UnreadableFile.notCsv();
  }

  /** The header's own separator; it is read ahead and given back. */
  private static CSVFormat format(BufferedReader text) throws IOException {
    text.mark(8_192);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    text.mark(8_192);
    StringBuilder header = new StringBuilder();
    for (int c = text.read();
        c >= 0 && c != '\n' && header.length() < LONGEST_HEADER;
        c = text.read()) {
      header.append((char) c);
    }
    if (header.length() >= LONGEST_HEADER) {
      throw UnreadableFile.notCsv();
    }
    text.reset();
    boolean semicolons =
        header.chars().filter(c -> c == ';').count() > header.chars().filter(c -> c == ',').count();
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(semicolons ? ';' : ',')
        .setHeader()
        .setSkipHeaderRecord(true)
        .setIgnoreEmptyLines(true)
        .setTrim(true)
        .get();
  }

  private static void require(Set<String> wanted, List<String> there) {
    Set<String> missing = new LinkedHashSet<>(wanted);
    missing.removeAll(there);
    if (!missing.isEmpty()) {
      throw UnreadableFile.missingColumns(new ArrayList<>(missing));
    }
  }
}
