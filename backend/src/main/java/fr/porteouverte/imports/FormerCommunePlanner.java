package fr.porteouverte.imports;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.commune.CommuneRegister;
import fr.porteouverte.commune.FormerCommune;
import fr.porteouverte.commune.FormerCommunes;
import fr.porteouverte.imports.change.Choices;
import fr.porteouverte.imports.change.Plan;
import fr.porteouverte.imports.change.PlannedRow;
import fr.porteouverte.imports.change.Planner;
import fr.porteouverte.imports.change.Progress;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The list of delegated and associated communes. */
@ApplicationScoped
class FormerCommunePlanner implements Planner {
  private static final DecidingFile<FormerCommune> FILE =
      new DecidingFile<>(
          FormerCommune::insee,
          FormerCommune::name,
          FormerCommunePlanner::tree,
          FormerCommunePlanner::former);

  @Inject CommuneRegister communes;
  @Inject FormerCommunes formers;
  @Inject ImportSettings settings;

  @Override
  public ImportKind kind() {
    return ImportKind.formerCommunes;
  }

  @Override
  public Plan plan(InputStream file, Choices taken, Progress progress) {
    Findings findings = new Findings();
    FormerCommunesFile.Reader reader = new FormerCommunesFile.Reader(communes.all(), findings);
    ImportFiles.read(
        file,
        settings.unpackedBytes(),
        text ->
            CsvRows.read(
                text,
                List.of(FormerCommunesFile.COLUMNS, FormerCommunesFile.INSEE_COLUMNS),
                findings,
                reader::accept));
    Map<String, FormerCommune> known =
        formers.all().stream().collect(Collectors.toMap(FormerCommune::insee, Function.identity()));
    Plan plan = FILE.plan(reader.rows(), reader.formers(), reader::line, known, findings);
    progress.at(90);
    return plan;
  }

  @Override
  public void write(Plan plan, String actor, Progress progress) {
    formers.put(FILE.written(plan));
    progress.at(90);
  }

  @Override
  public List<Text> hindrances(List<PlannedRow> rows) {
    return List.of();
  }

  @Override
  public void takeBack(List<PlannedRow> rows, String actor) {
    formers.remove(DecidingFile.created(rows));
    formers.put(FILE.before(rows));
  }

  private static ObjectNode tree(FormerCommune former) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", former.name())
        .put("currentInsee", former.currentInsee());
  }

  private static FormerCommune former(String insee, @Nullable ObjectNode form) {
    ObjectNode tree = Objects.requireNonNull(form);
    return new FormerCommune(insee, tree.path("name").asText(), tree.path("currentInsee").asText());
  }
}
