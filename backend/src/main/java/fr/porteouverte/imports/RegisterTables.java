package fr.porteouverte.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.catalogue.CatalogueImportView;
import fr.porteouverte.catalogue.CatalogueService;
import fr.porteouverte.catalogue.Differences;
import fr.porteouverte.catalogue.Registers;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.register.Register;
import fr.porteouverte.register.RegisterForm;
import fr.porteouverte.register.RegisterKind;
import fr.porteouverte.register.RegisterRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A register as a table for a spreadsheet, and back: what was not changed is not written. */
@ApplicationScoped
public class RegisterTables {
  @Inject Registers registers;
  @Inject CatalogueService service;
  @Inject ImportSettings settings;
  @Inject Transactions transactions;
  @Inject ObjectMapper json;

  /** The rows that are not archived, by code. */
  public String write(RegisterKind kind) {
    List<TableColumn> columns = TableColumn.of(kind);
    List<JsonNode> rows = transactions.call(() -> forms(registers.of(kind)));
    return CsvTable.of(
        columns.stream().map(TableColumn::name).toList(),
        rows.stream()
            .map(row -> columns.stream().map(column -> column.cell(row)).toList())
            .toList());
  }

  private <R extends RegisterRow, F extends RegisterForm> List<JsonNode> forms(
      Register<R, F> register) {
    return register.all().stream()
        .filter(row -> !row.archived())
        .sorted(Comparator.comparing(RegisterRow::code))
        .<JsonNode>map(row -> json.valueToTree(register.form(row)))
        .toList();
  }

  public Differences preview(RegisterKind kind, InputStream file) {
    Table table = read(kind, file);
    return service.previewTable(kind, table.rows(), table.at());
  }

  public CatalogueImportView apply(RegisterKind kind, InputStream file, @Nullable String digest) {
    Table table = read(kind, file);
    return service.applyTable(kind, table.rows(), table.at(), digest);
  }

  /**
   * A file as it was read.
   *
   * @param at what stands before the names of the wrong fields of a row: its line
   */
  private record Table(List<RegisterForm> rows, IntFunction<String> at) {}

  private Table read(RegisterKind kind, InputStream raw) {
    List<TableColumn> columns = TableColumn.of(kind);
    Set<String> names = columns.stream().map(TableColumn::key).collect(Collectors.toSet());
    Class<? extends RegisterForm> shape = registers.of(kind).shape();
    List<RegisterForm> rows = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    FieldReader fields = new FieldReader();
    try (InputStream file = ImportFiles.open(raw, settings.unpackedBytes())) {
      CsvRows.read(
          file,
          names,
          new Findings(),
          row -> {
            lines.add(row.line());
            rows.add(form(columns, row, fields, shape));
          });
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    if (rows.isEmpty()) {
      throw UnreadableFile.empty();
    }
    fields.check();
    return new Table(rows, i -> at(lines.get(i)));
  }

  private static String at(int line) {
    return "line" + line + ".";
  }

  private RegisterForm form(
      List<TableColumn> columns,
      CsvRows.CsvRow row,
      FieldReader fields,
      Class<? extends RegisterForm> shape) {
    ObjectNode form = json.createObjectNode();
    for (TableColumn column : columns) {
      // As it stands: a blank that does not break is part of the words.
      String cell = row.values().getOrDefault(column.key(), "").strip();
      column.put(form, cell, fields, at(row.line()));
    }
    try {
      return json.treeToValue(form, shape);
    } catch (JsonProcessingException odd) {
      fields.wrong(at(row.line()) + "code", "Cette ligne est illisible.", "Unreadable line.");
      return () -> "";
    }
  }
}
