package fr.porteouverte.imports.agent;

import fr.porteouverte.account.AgentDraft;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.text.Text;

/**
 * A row of a table of agents as it was read.
 *
 * @param line in the file; the header is 1
 * @param standing empty: nothing is said of it
 */
record AgentLine(int line, AgentDraft draft, String standing) {

  String at() {
    return "line" + line + ".";
  }

  /** What is wrong with it is said with its line, and the others go on. */
  void refused(FieldReader fields, Runnable work) {
    try {
      work.run();
    } catch (ProblemException refusal) {
      refuse(fields, refusal);
    }
  }

  void refuse(FieldReader fields, ProblemException refusal) {
    if (refusal.errors().isEmpty()) {
      String cell = refusal.type() == ProblemType.FORBIDDEN ? AgentColumns.ASSIGNMENTS : "username";
      fields.wrong(new FieldError(at() + cell, said(refusal)));
    }
    refusal.errors().forEach(error -> fields.wrong(at(error)));
  }

  private static Text said(ProblemException refusal) {
    Text detail = refusal.detail();
    return detail == null ? new Text("Cette ligne est refusée.", "This row is refused.") : detail;
  }

  /** {@code assignments[0].sites} stands in one cell. */
  FieldError at(FieldError error) {
    return new FieldError(at() + error.field().replaceAll("[\\[.].*", ""), error.message());
  }
}
