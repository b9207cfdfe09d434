package fr.porteouverte.opendata;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Rows as CSV (RFC 4180, UTF-8): a column for each component, named as in JSON. */
final class CsvTable {
  private CsvTable() {}

  /** Several values of one cell have a bar between them. */
  static <R extends Record> String of(Class<R> type, List<R> rows) {
    List<RecordComponent> columns = Arrays.asList(type.getRecordComponents());
    StringBuilder text = new StringBuilder();
    try (CSVPrinter table = new CSVPrinter(text, CSVFormat.RFC4180)) {
      table.printRecord(columns.stream().map(CsvTable::name).toList());
      for (R row : rows) {
        table.printRecord(columns.stream().map(column -> cell(column, row)).toList());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static String name(RecordComponent column) {
    JsonProperty named = column.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? column.getName() : named.value();
  }

  private static String cell(RecordComponent column, Record row) {
    Object value = value(column, row);
    if (value instanceof Collection<?> several) {
      return several.stream().map(String::valueOf).collect(Collectors.joining("|"));
    }
    return value == null ? "" : value.toString();
  }

  private static @Nullable Object value(RecordComponent column, Record row) {
    try {
      return column.getAccessor().invoke(row);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
