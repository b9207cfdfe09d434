package fr.porteouverte.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The national file of communes. Nobody edits one by hand: the file decides. */
@ApplicationScoped
class CommunePlanner implements Planner {
  private static final DecidingFile<CommuneDraft> FILE =
      new DecidingFile<>(
          CommuneDraft::insee, CommuneDraft::name, CommunePlanner::tree, CommunePlanner::draft);

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
    Plan plan = FILE.plan(reader.rows(), reader.communes(), reader::line, communes.all(), findings);
    progress.at(90);
    return plan;
  }

  @Override
  public void write(Plan plan, String actor, Progress progress) {
    communes.put(FILE.written(plan));
    progress.at(90);
  }

  @Override
  public List<Text> hindrances(List<PlannedRow> rows) {
    return communes.holding(DecidingFile.created(rows)).stream()
        .map(
            former ->
                new Text(
                    former.name() + " : commune ancienne, dans " + former.currentInsee(),
                    former.name() + ": a former commune, in " + former.currentInsee()))
        .toList();
  }

  @Override
  public void takeBack(List<PlannedRow> rows, String actor) {
    communes.remove(DecidingFile.created(rows));
    communes.put(FILE.before(rows));
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
