package fr.porteouverte.imports.agent;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.account.AgentDraft;
import fr.porteouverte.account.AgentTable;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.imports.change.Hindered;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes a table of agents back as a whole, or not at all. Any that holds, not only the last one:
 * what came after it, by a table or by hand, shows at each agent. Keycloak hears of each
 * afterwards, as of every change.
 */
@ApplicationScoped
class AgentUndo {
  @Inject AgentImports imports;
  @Inject AgentTable agents;
  @Inject Transactions transactions;
  @Inject Access access;
  @Inject Clock clock;

  /** All for an admin; for a manager those that she brought in. */
  List<AgentImportView> list() {
    return transactions.call(
        () ->
            imports.newest(everybodys() ? null : caller()).stream()
                .map(AgentImportView::of)
                .toList());
  }

  /**
   * @throws Hindered naming each agent who cannot be as they were
   */
  AgentImportView undo(long id) {
    List<AgentTable.Put> written =
        transactions.call(() -> imports.lastFirst(holding(imports.findByIdOptional(id))));
    List<Text> taken = takenMails(written);
    return transactions.call(
        () -> {
          AgentImport made = holding(imports.locked(id));
          List<Text> hindrances = new ArrayList<>(taken);
          for (AgentTable.Put row : written) {
            refused(row, hindrances, () -> agents.takeBack(row));
          }
          if (!hindrances.isEmpty()) {
            throw new Hindered(hindrances);
          }
          made.undo(clock.instant(), caller());
          return AgentImportView.of(made);
        });
  }

  private AgentImport holding(Optional<AgentImport> found) {
    AgentImport made =
        found
            .filter(one -> everybodys() || one.actor().equals(caller()))
            .orElseThrow(NotFound::new);
    if (made.undoneAt() != null) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "Cet import est déjà annulé.",
          "This import is taken back already.");
    }
    return made;
  }

  /**
   * Addresses that would be put back and that the login service has for somebody else by now.
   * Outside of any transaction; while Keycloak is away it is waited for once.
   */
  private List<Text> takenMails(List<AgentTable.Put> written) {
    List<Text> taken = new ArrayList<>();
    for (AgentTable.Put row : transactions.call(() -> withOtherMail(written))) {
      AgentDraft before = row.before();
      if (before == null) {
        continue;
      }
      boolean[] said = {true};
      refused(row, taken, () -> said[0] = agents.requireFreeMail(before));
      if (!said[0]) {
        return taken;
      }
    }
    return taken;
  }

  private List<AgentTable.Put> withOtherMail(List<AgentTable.Put> written) {
    return written.stream()
        .filter(row -> row.before() != null && agents.saysNewMail(row.before()))
        .toList();
  }

  /** What stands in the way of one is said with their username, and the others go on. */
  private static void refused(AgentTable.Put row, List<Text> hindrances, Runnable work) {
    try {
      work.run();
    } catch (ProblemException refusal) {
      String who = row.after().username();
      said(refusal)
          .map(why -> new Text(who + " : " + why.fr(), who + ": " + why.en()))
          .forEach(hindrances::add);
    }
  }

  private static Stream<Text> said(ProblemException refusal) {
    Text detail = refusal.detail();
    return refusal.errors().isEmpty() && detail != null
        ? Stream.of(detail)
        : refusal.errors().stream().map(error -> error.message());
  }

  private boolean everybodys() {
    return access.caller().is(Role.ADMIN);
  }

  private String caller() {
    return access.caller().username();
  }
}
