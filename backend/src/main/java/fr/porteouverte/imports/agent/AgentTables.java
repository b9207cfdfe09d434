package fr.porteouverte.imports.agent;

import com.fasterxml.jackson.databind.node.TextNode;
import fr.porteouverte.account.AgentDraft;
import fr.porteouverte.account.AgentRole;
import fr.porteouverte.account.AgentStanding;
import fr.porteouverte.account.AgentTable;
import fr.porteouverte.catalogue.FieldDifference;
import fr.porteouverte.catalogue.RowOutcome;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.imports.CsvRows;
import fr.porteouverte.imports.CsvTable;
import fr.porteouverte.imports.Findings;
import fr.porteouverte.imports.ImportFiles;
import fr.porteouverte.imports.ImportSettings;
import fr.porteouverte.imports.UnreadableFile;
import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Agents as a table, and back: what was not changed is not written. One transaction for the whole
 * file; Keycloak hears of each agent afterwards, as of one that was entered in the form, and a mail
 * with a link goes to each new one once.
 */
@ApplicationScoped
public class AgentTables {
  private static final String STANDING = "standing";
  private static final String ASSIGNMENTS = "assignments";
  private static final List<String> COLUMNS =
      List.of("username", "lastName", "firstName", "email", STANDING, ASSIGNMENTS);

  /** Without it a table can be brought in: nobody is disabled, or brought back, by one. */
  private static final Set<String> NEEDED =
      COLUMNS.stream()
          .filter(name -> !name.equals(STANDING))
          .map(AgentTables::key)
          .collect(Collectors.toSet());

  @Inject AgentTable agents;
  @Inject AssignmentCells cells;
  @Inject ImportSettings settings;
  @Inject Transactions transactions;

  /** The agents whom the caller sees, by username; null: whatever they say, are or where. */
  String write(
      @Nullable String words,
      @Nullable AgentStanding standing,
      @Nullable AgentRole role,
      @Nullable Long site) {
    return CsvTable.of(
        COLUMNS,
        transactions.call(
            () ->
                agents.seen(words, standing, role, site).stream()
                    .map(one -> cells(one.draft(), one.standing()))
                    .toList()));
  }

  private List<String> cells(AgentDraft agent, String standing) {
    return List.of(
        agent.username(),
        agent.lastName(),
        agent.firstName(),
        agent.email() == null ? "" : agent.email(),
        standing,
        cells.written(agent.assignments()));
  }

  /**
   * A row as it was read.
   *
   * @param standing empty: nothing is said of it
   */
  private record Line(int line, AgentDraft draft, String standing) {
    String at() {
      return "line" + line + ".";
    }
  }

  AgentDifferences preview(InputStream file) {
    List<Line> lines = read(file);
    return transactions.look(() -> put(lines));
  }

  /**
   * @param digest of the preview that the caller saw; null: none
   */
  AgentDifferences apply(InputStream file, @Nullable String digest) {
    List<Line> lines = read(file);
    return transactions.call(
        () -> {
          AgentDifferences done = put(lines);
          if (digest != null && !digest.equals(done.digest())) {
            throw new ProblemException(
                ProblemType.STALE,
                "Regardez de nouveau ce qui changerait, puis appliquez.",
                "Look again at what would change, then apply it.");
          }
          return done;
        });
  }

  private List<Line> read(InputStream raw) {
    List<CsvRows.CsvRow> rows = new ArrayList<>();
    ImportFiles.read(
        raw,
        settings.unpackedBytes(),
        text -> CsvRows.read(text, NEEDED, new Findings(), rows::add));
    if (rows.isEmpty()) {
      throw UnreadableFile.empty();
    }
    FieldReader fields = new FieldReader();
    List<Line> lines =
        transactions.call(() -> rows.stream().map(row -> line(row, fields)).toList());
    Set<String> seen = new HashSet<>();
    for (Line line : lines) {
      agents.complaints(line.draft()).forEach(error -> fields.wrong(at(line, error)));
      if (!seen.add(line.draft().username())) {
        fields.wrong(
            line.at() + "username",
            "Ce nom d’utilisateur y est déjà.",
            "This username is there already.");
      }
    }
    fields.check();
    askForMails(lines, fields);
    fields.check();
    return lines;
  }

  /**
   * Outside of any transaction, and only of addresses that are new; while Keycloak is away it is
   * waited for once.
   */
  private void askForMails(List<Line> lines, FieldReader fields) {
    List<Line> said =
        transactions.call(
            () -> lines.stream().filter(line -> agents.saysNewMail(line.draft())).toList());
    for (Line line : said) {
      try {
        if (!agents.requireFreeMail(line.draft())) {
          return;
        }
      } catch (ProblemException refusal) {
        refuse(line, fields, refusal);
      }
    }
  }

  private Line line(CsvRows.CsvRow row, FieldReader fields) {
    String at = "line" + row.line() + ".";
    String email = row.get(key("email"));
    return new Line(
        row.line(),
        new AgentDraft(
            row.get(key("username")),
            row.get(key("firstName")),
            row.get(key("lastName")),
            email.isEmpty() ? null : email,
            cells.read(row.get(key(ASSIGNMENTS)), fields, at + ASSIGNMENTS)),
        row.get(key(STANDING)));
  }

  /** Within the caller's transaction; whatever is wrong with any row is said at once. */
  private AgentDifferences put(List<Line> lines) {
    FieldReader fields = new FieldReader();
    List<AgentDifferences.Row> rows = new ArrayList<>();
    for (Line line : lines) {
      String stands = agents.standing(line.draft().username());
      if (!line.standing().isEmpty() && !line.standing().equals(stands)) {
        fields.wrong(
            line.at() + STANDING,
            "Cela ne change pas ici (" + stands + ") : voyez la fiche de l’agent.",
            "This does not change here (" + stands + "): see the agent's page.");
      }
      refused(line, fields, () -> rows.add(row(line, stands, agents.put(line.draft()))));
    }
    fields.check();
    return AgentDifferences.of(rows);
  }

  private AgentDifferences.Row row(Line line, String standing, AgentTable.Put put) {
    AgentDraft before = put.before();
    if (before == null) {
      return row(line, RowOutcome.created, List.of());
    }
    List<FieldDifference> fields = differing(cells(before, standing), cells(put.after(), standing));
    return row(line, fields.isEmpty() ? RowOutcome.unchanged : RowOutcome.changed, fields);
  }

  private static AgentDifferences.Row row(
      Line line, RowOutcome outcome, List<FieldDifference> fields) {
    return new AgentDifferences.Row(line.draft().username(), line.line(), outcome, fields);
  }

  private static List<FieldDifference> differing(List<String> here, List<String> file) {
    return IntStream.range(0, COLUMNS.size())
        .filter(i -> !here.get(i).equals(file.get(i)))
        .mapToObj(
            i -> new FieldDifference(COLUMNS.get(i), json(here.get(i)), json(file.get(i)), false))
        .toList();
  }

  private static @Nullable String json(String cell) {
    return cell.isEmpty() ? null : TextNode.valueOf(cell).toString();
  }

  /** What is wrong with one row is said with its line, and the others go on. */
  private static void refused(Line line, FieldReader fields, Runnable work) {
    try {
      work.run();
    } catch (ProblemException refusal) {
      refuse(line, fields, refusal);
    }
  }

  private static void refuse(Line line, FieldReader fields, ProblemException refusal) {
    if (refusal.errors().isEmpty()) {
      fields.wrong(
          new FieldError(
              line.at() + (refusal.type() == ProblemType.FORBIDDEN ? ASSIGNMENTS : "username"),
              said(refusal)));
    }
    refusal.errors().forEach(error -> fields.wrong(at(line, error)));
  }

  private static Text said(ProblemException refusal) {
    Text detail = refusal.detail();
    return detail == null ? new Text("Cette ligne est refusée.", "This row is refused.") : detail;
  }

  /** {@code assignments[0].sites} stands in one cell. */
  private static FieldError at(Line line, FieldError error) {
    String field = error.field().replaceAll("[\\[.].*", "");
    return new FieldError(line.at() + field, error.message());
  }

  private static String key(String column) {
    return Text.fold(column).replace(' ', '_');
  }
}
