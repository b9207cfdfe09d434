package fr.porteouverte.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.catalogue.Merge;
import fr.porteouverte.catalogue.RowOutcome;
import fr.porteouverte.commune.CommuneDraft;
import fr.porteouverte.commune.CommuneRegister;
import fr.porteouverte.imports.change.Choices;
import fr.porteouverte.imports.change.Plan;
import fr.porteouverte.imports.change.PlannedRow;
import fr.porteouverte.imports.change.Planner;
import fr.porteouverte.imports.change.Progress;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The national file of communes. Nobody edits one by hand: the file decides. */
@ApplicationScoped
class CommunePlanner implements Planner {
  @Inject CommuneRegister communes;
  @Inject ImportSettings settings;

  @Override
  public ImportKind kind() {
    return ImportKind.communes;
  }

  @Override
  public Plan plan(InputStream file, Choices taken, Progress progress) {
    Findings findings = new Findings();
    CommunesFile.Reader reader = new CommunesFile.Reader(findings);
    ImportFiles.read(
        file,
        settings.unpackedBytes(),
        text -> CsvRows.read(text, CommunesFile.COLUMNS, findings, reader::accept));
    progress.at(50);
    Map<String, CommuneDraft> known = communes.all();
    List<PlannedRow> changes = new ArrayList<>();
    for (CommuneDraft commune : reader.communes()) {
      CommuneDraft before = known.get(commune.insee());
      if (!commune.equals(before)) {
        changes.add(row(reader.line(commune.insee()), before, commune));
      }
    }
    progress.at(90);
    int unchanged = reader.communes().size() - changes.size();
    return new Plan(reader.rows(), changes, unchanged, findings);
  }

  private static PlannedRow row(int line, @Nullable CommuneDraft before, CommuneDraft after) {
    ObjectNode now = tree(after);
    ObjectNode then = before == null ? null : tree(before);
    return new PlannedRow(
        line,
        after.insee(),
        after.name(),
        then == null ? RowOutcome.created : RowOutcome.changed,
        then == null ? List.of() : Merge.of(then, then, now).differences(),
        then,
        now,
        null,
        null);
  }

  @Override
  public void write(Plan plan, String actor, Progress progress) {
    communes.put(plan.changes().stream().map(row -> draft(row.key(), row.after())).toList());
    progress.at(90);
  }

  @Override
  public List<Text> hindrances(List<PlannedRow> rows) {
    return communes.holding(keys(rows)).stream()
        .map(
            former ->
                new Text(
                    former.name() + " : commune ancienne, dans " + former.currentInsee(),
                    former.name() + ": a former commune, in " + former.currentInsee()))
        .toList();
  }

  private static List<String> keys(List<PlannedRow> rows) {
    return rows.stream()
        .filter(row -> row.outcome() == RowOutcome.created)
        .map(PlannedRow::key)
        .toList();
  }

  @Override
  public void takeBack(List<PlannedRow> rows, String actor) {
    communes.remove(keys(rows));
    communes.put(
        rows.stream()
            .filter(row -> row.outcome() == RowOutcome.changed)
            .map(row -> draft(row.key(), row.before()))
            .toList());
  }

  private static ObjectNode tree(CommuneDraft commune) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("name", commune.name());
    tree.putObject("point")
        .put("latitude", commune.latitude())
        .put("longitude", commune.longitude());
    tree.put("population", commune.population());
    ArrayNode postcodes = tree.putArray("postcodes");
    commune.postcodes().forEach(postcodes::add);
    return tree;
  }

  private static CommuneDraft draft(String insee, @Nullable ObjectNode form) {
    JsonNode tree = Objects.requireNonNull(form);
    List<String> postcodes = new ArrayList<>();
    tree.path("postcodes").forEach(code -> postcodes.add(code.asText()));
    return new CommuneDraft(
        insee,
        tree.path("name").asText(),
        Departments.of(insee),
        tree.path("point").path("latitude").asDouble(),
        tree.path("point").path("longitude").asDouble(),
        tree.path("population").asInt(),
        postcodes);
  }
}
