package fr.porteouverte.account;

import fr.porteouverte.account.AgentHistory.What;
import fr.porteouverte.database.NamedLocks;
import fr.porteouverte.http.Etag;
import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.text.MailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The agents and where they act. Their users in Keycloak follow by {@link KeycloakUsers}. */
@ApplicationScoped
public class AgentService {
  @Inject Agents agents;
  @Inject AssignmentReader assignments;
  @Inject AgentRights rights;
  @Inject AgentHistory history;
  @Inject EntryLinks links;
  @Inject Invitations invitations;
  @Inject AccountSettings settings;
  @Inject NamedLocks locks;

  /**
   * For the demo and for imports: creates the agent unless there is one of that username, who then
   * stays as they are.
   *
   * @return whether the agent was created
   */
  @Transactional
  public boolean ensure(AgentDraft draft) {
    if (agents.byUsername(draft.username()).isPresent()) {
      return false;
    }
    create(draft);
    return true;
  }

  /** As the agent would be, checked, and not written. */
  @Transactional
  public AgentView candidate(AgentDraft draft) {
    requireFree(draft);
    Agent agent = new Agent(draft.username());
    write(agent, draft);
    return AgentView.candidate(agent);
  }

  /** By somebody who may place them; a mail with a link goes to their address, if they have one. */
  @Transactional
  Agent invite(AgentDraft draft) {
    return invited(draft);
  }

  /** The same within the caller's transaction, which a refusal leaves as it is. */
  Agent invited(AgentDraft draft) {
    Agent agent = created(draft);
    rights.requirePlacing(AgentRights.Before.NOBODY, agent);
    sendInvitation(agent);
    return agent;
  }

  private void sendInvitation(Agent agent) {
    if (settings.invite() && agent.email() != null) {
      invitations.send(agent);
    }
  }

  @Transactional
  public Agent create(AgentDraft draft) {
    return created(draft);
  }

  private Agent created(AgentDraft draft) {
    requireFree(draft);
    Agent agent = new Agent(draft.username());
    write(agent, draft);
    agents.persistAndFlush(agent);
    history.note(agent.username(), by(), What.created, null, agent.summary(), null);
    return agent;
  }

  private void requireFree(AgentDraft draft) {
    if (agents.byUsername(draft.username()).isPresent()) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "Il y a déjà un agent « " + draft.username() + " ».",
          "There is already an agent \"" + draft.username() + "\".");
    }
  }

  /**
   * @param ifMatch the ETag that the caller read
   */
  @Transactional
  public Agent change(long id, @Nullable String ifMatch, AgentDraft draft) {
    Agent agent = rights.seen(id);
    Etag.check(ifMatch, agent.version());
    if (!agent.username().equals(draft.username())) {
      throw InvalidRequest.of(
          "username", "Le nom d’utilisateur ne change pas.", "The username does not change.");
    }
    return changed(agent, draft);
  }

  /** Of somebody whom the caller sees; within the caller's transaction. */
  Agent changed(Agent agent, AgentDraft draft) {
    AgentRights.Before was = AgentRights.Before.of(agent);
    oneAdminAtATime(was.isAdmin());
    String before = agent.summary();
    AgentDraft form = AgentDraft.of(agent);
    write(agent, draft);
    rights.requirePlacing(was, agent);
    agents.flush();
    if (was.isAdmin()) {
      requireAnAdmin();
    }
    history.note(agent.username(), by(), What.changed, before, agent.summary(), form);
    return agent;
  }

  /** Out at the next call; the logins end as soon as Keycloak hears of it. */
  @Transactional
  Agent disable(long id, @Nullable String ifMatch) {
    Agent agent = allowed(id, ifMatch, AgentAction.disable);
    oneAdminAtATime(agent.is(AgentRole.admin));
    agent.disable();
    agents.flush();
    if (agent.is(AgentRole.admin)) {
      requireAnAdmin();
    }
    links.revoke(agent.id());
    history.note(agent.username(), by(), What.disabled);
    return agent;
  }

  /** Whom a table invited that is taken back; within the caller's transaction. */
  void takenBack(Agent agent) {
    rights.requirePlacing(AgentRights.Before.of(agent), agent);
    if (agent.mayWork()) {
      rights.require(agent, AgentAction.disable);
    }
    boolean admin = agent.is(AgentRole.admin);
    oneAdminAtATime(admin);
    AgentDraft form = AgentDraft.of(agent);
    String before = agent.summary();
    agent.takeBack();
    agents.flush();
    if (admin) {
      requireAnAdmin();
    }
    links.revoke(agent.id());
    history.note(agent.username(), by(), What.takenBack, before, agent.summary(), form);
  }

  /** The same agent, invited as if they were new; within the caller's transaction. */
  Agent invitedAnew(Agent agent, AgentDraft draft) {
    rights.require(agent, AgentAction.bringBack);
    AgentRights.Before was = AgentRights.Before.of(agent);
    agent.bringBack();
    write(agent, draft);
    rights.requirePlacing(was, agent);
    agents.flush();
    history.note(agent.username(), by(), What.created, null, agent.summary(), null);
    sendInvitation(agent);
    return agent;
  }

  @Transactional
  Agent bringBack(long id, @Nullable String ifMatch) {
    Agent agent = allowed(id, ifMatch, AgentAction.bringBack);
    agent.bringBack();
    agents.flush();
    history.note(agent.username(), by(), What.broughtBack);
    return agent;
  }

  /** Sends the mail with the link, again. */
  @Transactional
  Agent inviteAgain(long id) {
    Agent agent = rights.seen(id);
    rights.require(agent, AgentAction.invite);
    if (!agent.canLogIn() || agent.keycloakRefusal() != null) {
      agent.tellKeycloak();
    }
    invitations.send(agent);
    return agent;
  }

  private Agent allowed(long id, @Nullable String ifMatch, AgentAction action) {
    Agent agent = rights.seen(id);
    Etag.check(ifMatch, agent.version());
    rights.require(agent, action);
    return agent;
  }

  /** Of two who take it from each other at once, the later sees what the first did. */
  private void oneAdminAtATime(boolean isAdmin) {
    if (isAdmin) {
      locks.take("administrators", "");
    }
  }

  /** Somebody must be able to put things right. */
  private void requireAnAdmin() {
    if (!agents.hasAdmin()) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "C’est le dernier administrateur : nommez-en un autre d’abord.",
          "This is the last administrator: appoint another one first.");
    }
  }

  private String by() {
    return history.actor();
  }

  private void write(Agent agent, AgentDraft draft) {
    List<FieldError> errors = new ArrayList<>();
    AssignmentReader.Read what = assignments.read(draft.assignments(), errors);
    String email = emailOf(draft, errors);
    requireTheirOwn(email, agent.username(), errors);
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
    agent.name(draft.firstName().strip(), draft.lastName().strip(), email);
    agent.place(what.assignments(), what.partner());
  }

  private static @Nullable String emailOf(AgentDraft draft, List<FieldError> errors) {
    if (draft.email() == null || draft.email().isBlank()) {
      return null;
    }
    return MailAddress.of(draft.email().strip())
        .orElseGet(
            () -> {
              errors.add(
                  FieldError.of(
                      "email",
                      "Cette adresse n’a pas la forme nom@exemple.fr.",
                      "This address is not of the form name@example.org."));
              return null;
            });
  }

  /** The login service knows an agent by the address, too: two would be one who cannot log in. */
  private void requireTheirOwn(@Nullable String email, String username, List<FieldError> errors) {
    if (email != null && agents.count("email = ?1 and username <> ?2", email, username) > 0) {
      errors.add(
          FieldError.of(
              "email",
              "Un autre agent a déjà cette adresse.",
              "Another agent has this address already."));
    }
  }
}
