package fr.porteouverte.account;

import fr.porteouverte.database.NamedLocks;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.problem.LoginUnavailable;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives passwords by links. Keycloak comes first, outside of any transaction; only when it did what
 * was asked is the link used up, so that one that failed midway is simply tried again.
 */
@ApplicationScoped
class Entries {
  /** Longer than the realm asks for; typed once. */
  private static final int PASSWORD_BYTES = 12;

  @Inject EntryLinks links;
  @Inject Agents agents;
  @Inject AgentService register;
  @Inject AgentHistory history;
  @Inject KeycloakUsers users;
  @Inject DeletedUsers deleted;
  @Inject NamedLocks locks;
  @Inject Transactions transactions;

  EntryView password(String id, @Nullable String secret) {
    UUID link = uuid(id);
    Invited invited = transactions.call(() -> invited(link, secret));
    AgentView agent = invited.agent();
    if (asked(() -> deleted.has(invited.known()))) {
      transactions.run(() -> deleted.note(invited.known()));
      throw new NotFound();
    }
    String password = given(agent);
    transactions.run(
        () -> {
          links.use(link);
          history.note(agent.username(), agent.username(), AgentHistory.What.passwordTaken);
        });
    return new EntryView(agent.username(), password);
  }

  /** Somebody with a link, and what is known of their user. */
  private record Invited(AgentView agent, DeletedUsers.Known known) {}

  private Invited invited(UUID link, @Nullable String secret) {
    Long known = links.open(link, secret).agentId();
    Agent agent =
        agents
            .findByIdOptional(known == null ? -1L : known)
            .filter(Agent::mayWork)
            .orElseThrow(NotFound::new);
    return new Invited(AgentView.of(agent), DeletedUsers.Known.of(agent));
  }

  EntryView first(String id, @Nullable String secret, FirstAdministrator who) {
    UUID link = uuid(id);
    AgentDraft draft = who.draft();
    AgentView candidate =
        transactions.call(
            () -> {
              requireNone(link, secret);
              return register.candidate(draft);
            });
    String password = given(candidate);
    transactions.run(
        () -> {
          // Two links, or two people with one: the second hears that there is somebody.
          locks.take("first-administrator", "");
          requireNone(link, secret);
          links.use(link);
          register.create(draft);
        });
    return new EntryView(draft.username(), password);
  }

  private void requireNone(UUID link, @Nullable String secret) {
    boolean forTheFirst = links.open(link, secret).agentId() == null;
    if (!forTheFirst || agents.hasAdmin()) {
      throw new ProblemException(
          ProblemType.LINK_USED,
          "Cette installation a déjà un administrateur.",
          "This installation has an administrator already.");
    }
  }

  private String given(AgentView agent) {
    String password = Secrets.random(PASSWORD_BYTES);
    asked(() -> users.give(agent, password));
    return password;
  }

  private static <T> T asked(Supplier<T> keycloak) {
    try {
      return keycloak.get();
    } catch (LoginRefusal no) {
      if (!no.aboutOneAgent()) {
        throw new LoginUnavailable();
      }
      throw new ProblemException(
          ProblemType.CONFLICT,
          "Le service de connexion refuse ce compte : " + no.words(),
          "The login service refuses this account: " + no.words());
    } catch (ProcessingException unreachable) {
      throw new LoginUnavailable();
    }
  }

  private static UUID uuid(String id) {
    try {
      return Objects.requireNonNull(UUID.fromString(id));
    } catch (IllegalArgumentException odd) {
      throw new NotFound();
    }
  }
}
