package fr.porteouverte.imports.agent;

import com.fasterxml.jackson.databind.node.TextNode;
import fr.porteouverte.access.Access;
import fr.porteouverte.account.AgentDraft;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.account.AgentStanding;
import fr.porteouverte.account.AgentTable;
import fr.porteouverte.catalogue.FieldDifference;
import fr.porteouverte.catalogue.RowOutcome;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.http.Ids;
import fr.porteouverte.imports.CsvRows;
import fr.porteouverte.imports.CsvTable;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Agents as a table, and back: what was not changed is not written. One transaction for the whole
 * file; Keycloak hears of each agent afterwards, as of one that was entered in the form, and a mail
 * with a link goes to each new one once.
 */
@ApplicationScoped
public class AgentTables {
  @Inject AgentTable agents;
  @Inject AgentColumns columns;
  @Inject AgentImports imports;
  @Inject Transactions transactions;
  @Inject Access access;
  @Inject Clock clock;

  /** The agents whom the caller sees, by username; null: whatever they say, are or where. */
  String write(
      @Nullable String words,
      @Nullable AgentStanding standing,
      @Nullable AgentRole role,
      @Nullable Long site) {
    return CsvTable.of(
        AgentColumns.NAMES,
        transactions.call(
            () ->
                agents.seen(words, standing, role, site).stream()
                    .map(one -> columns.cells(one.draft(), one.standing()))
                    .toList()));
  }

  AgentDifferences preview(InputStream file) {
    List<AgentLine> lines = read(file);
    return transactions.look(() -> AgentDifferences.of(put(lines).rows()));
  }

  /**
   * @param digest of the preview that the caller saw; null: none
   */
  AgentDifferences apply(InputStream file, @Nullable String digest) {
    List<AgentLine> lines = read(file);
    return transactions.call(
        () -> {
          Done done = put(lines);
          AgentDifferences differences = AgentDifferences.of(done.rows());
          if (digest != null && !digest.equals(differences.digest())) {
            throw new ProblemException(
                ProblemType.STALE,
                "Regardez de nouveau ce qui changerait, puis appliquez.",
                "Look again at what would change, then apply it.");
          }
          return done.written().isEmpty() ? differences : kept(differences, done.written());
        });
  }

  private AgentDifferences kept(AgentDifferences differences, List<AgentTable.Put> written) {
    AgentImport made =
        new AgentImport(clock.instant(), access.caller().username(), differences.counts());
    imports.keep(made, written);
    return differences.as(Ids.of(made.id()));
  }

  private List<AgentLine> read(InputStream raw) {
    List<CsvRows.CsvRow> rows = columns.rows(raw);
    List<AgentLine> lines = transactions.call(() -> columns.lines(rows));
    columns.requireFreeMails(
        transactions.call(
            () -> lines.stream().filter(line -> agents.saysNewMail(line.draft())).toList()));
    return lines;
  }

  /** What became of every row, and of those that wrote something what was there before. */
  private record Done(List<AgentDifferences.Row> rows, List<AgentTable.Put> written) {}

  /** Within the caller's transaction; whatever is wrong with any row is said at once. */
  private Done put(List<AgentLine> lines) {
    FieldReader fields = new FieldReader();
    Done done = new Done(new ArrayList<>(), new ArrayList<>());
    for (AgentLine line : lines) {
      String stands = agents.standing(line.draft().username(), line.standing());
      if (!line.standing().isEmpty() && !line.standing().equals(stands)) {
        fields.wrong(
            line.at() + AgentColumns.STANDING,
            "Cela ne change pas ici (" + stands + ") : voyez la fiche de l’agent.",
            "This does not change here (" + stands + "): see the agent's page.");
      }
      line.refused(
          fields,
          () -> {
            AgentTable.Put put = agents.put(line.draft(), line.standing());
            AgentDifferences.Row row = row(line, stands, put);
            done.rows().add(row);
            if (row.outcome() != RowOutcome.unchanged) {
              done.written().add(put);
            }
          });
    }
    fields.check();
    return done;
  }

  private AgentDifferences.Row row(AgentLine line, String standing, AgentTable.Put put) {
    AgentDraft before = put.before();
    if (before == null) {
      return row(line, RowOutcome.created, List.of());
    }
    List<FieldDifference> fields =
        differing(columns.cells(before, standing), columns.cells(put.after(), standing));
    return row(line, fields.isEmpty() ? RowOutcome.unchanged : RowOutcome.changed, fields);
  }

  private static AgentDifferences.Row row(
      AgentLine line, RowOutcome outcome, List<FieldDifference> fields) {
    return new AgentDifferences.Row(line.draft().username(), line.line(), outcome, fields);
  }

  private static List<FieldDifference> differing(List<String> here, List<String> file) {
    return IntStream.range(0, AgentColumns.NAMES.size())
        .filter(i -> !here.get(i).equals(file.get(i)))
        .mapToObj(
            i ->
                new FieldDifference(
                    AgentColumns.NAMES.get(i), json(here.get(i)), json(file.get(i)), false))
        .toList();
  }

  private static @Nullable String json(String cell) {
    return cell.isEmpty() ? null : TextNode.valueOf(cell).toString();
  }
}
