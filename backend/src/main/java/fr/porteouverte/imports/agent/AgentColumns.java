package fr.porteouverte.imports.agent;

import fr.porteouverte.account.AgentDraft;
import fr.porteouverte.account.AgentTable;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.imports.CsvRows;
import fr.porteouverte.imports.Findings;
import fr.porteouverte.imports.ImportFiles;
import fr.porteouverte.imports.ImportSettings;
import fr.porteouverte.imports.UnreadableFile;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The cells of an agent's row, written and read; every wrong one is named with its line. */
@ApplicationScoped
class AgentColumns {
  static final String ASSIGNMENTS = "assignments";
  static final String STANDING = "standing";
  static final List<String> NAMES =
      List.of("username", "lastName", "firstName", "email", STANDING, ASSIGNMENTS);

  /** Without it a table can be brought in: nobody is disabled, or brought back, by one. */
  private static final Set<String> NEEDED =
      NAMES.stream()
          .filter(name -> !name.equals(STANDING))
          .map(AgentColumns::key)
          .collect(Collectors.toSet());

  @Inject AgentTable agents;
  @Inject AssignmentCells cells;
  @Inject ImportSettings settings;

  List<String> cells(AgentDraft agent, String standing) {
    return List.of(
        agent.username(),
        agent.lastName(),
        agent.firstName(),
        agent.email() == null ? "" : agent.email(),
        standing,
        cells.written(agent.assignments()));
  }

  /** The rows of a file that can be read at all. */
  List<CsvRows.CsvRow> rows(InputStream raw) {
    List<CsvRows.CsvRow> rows = new ArrayList<>();
    ImportFiles.read(
        raw,
        settings.unpackedBytes(),
        text -> CsvRows.read(text, NEEDED, new Findings(), rows::add));
    if (rows.isEmpty()) {
      throw UnreadableFile.empty();
    }
    return rows;
  }

  /** Within the caller's transaction. */
  List<AgentLine> lines(List<CsvRows.CsvRow> rows) {
    FieldReader fields = new FieldReader();
    List<AgentLine> lines = rows.stream().map(row -> line(row, fields)).toList();
    Set<String> seen = new HashSet<>();
    for (AgentLine line : lines) {
      agents.complaints(line.draft()).forEach(error -> fields.wrong(line.at(error)));
      if (!seen.add(line.draft().username())) {
        fields.wrong(
            line.at() + "username",
            "Ce nom d’utilisateur y est déjà.",
            "This username is there already.");
      }
    }
    fields.check();
    return lines;
  }

  private AgentLine line(CsvRows.CsvRow row, FieldReader fields) {
    String at = "line" + row.line() + ".";
    String email = row.get(key("email"));
    return new AgentLine(
        row.line(),
        new AgentDraft(
            row.get(key("username")),
            row.get(key("firstName")),
            row.get(key("lastName")),
            email.isEmpty() ? null : email,
            cells.read(row.get(key(ASSIGNMENTS)), fields, at + ASSIGNMENTS)),
        row.get(key(STANDING)));
  }

  /**
   * Outside of any transaction; while Keycloak is away it is waited for once.
   *
   * @param said those with an address that is new to their agent
   */
  void requireFreeMails(List<AgentLine> said) {
    FieldReader fields = new FieldReader();
    for (AgentLine line : said) {
      try {
        if (!agents.requireFreeMail(line.draft())) {
          break;
        }
      } catch (ProblemException refusal) {
        line.refuse(fields, refusal);
      }
    }
    fields.check();
  }

  private static String key(String column) {
    return Text.fold(column).replace(' ', '_');
  }
}
