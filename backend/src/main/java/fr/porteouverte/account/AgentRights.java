package fr.porteouverte.account;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with whom: an admin everything; a manager with the clerks and managers of her
 * houses. What somebody is elsewhere, or for a partner, is not hers to change. Nobody shuts
 * themself out, and somebody always runs the network.
 */
@ApplicationScoped
class AgentRights {
  private static final Set<AgentRole> OF_HOUSES = EnumSet.of(AgentRole.clerk, AgentRole.manager);

  @Inject Access access;
  @Inject Agents agents;

  /** Ids of the houses whose agents the caller sees; null: everybody. */
  @Nullable Set<Long> houses() {
    return access.caller().is(Role.ADMIN) ? null : access.caller().sitesRun();
  }

  private boolean everywhere() {
    return access.caller().is(Role.ADMIN);
  }

  boolean sees(Agent agent) {
    return everywhere() || agent.places().stream().anyMatch(this::isOwn);
  }

  /** All that they are is in the caller's houses. */
  private boolean has(Agent agent) {
    return everywhere() || agent.places().stream().allMatch(this::isOwn);
  }

  /** A clerk's or a manager's in a house that the caller manages. */
  private boolean isOwn(Assignment.Place place) {
    return OF_HOUSES.contains(place.role())
        && place.site() != null
        && access.caller().runs(place.site());
  }

  private boolean isSelf(Agent agent) {
    return agent.username().equals(access.caller().username());
  }

  /** The agent, whom others do not even know. */
  Agent seen(long id) {
    return agents.findByIdOptional(id).filter(this::sees).orElseThrow(NotFound::new);
  }

  List<AgentAction> actions(Agent agent) {
    EnumSet<AgentAction> may = EnumSet.noneOf(AgentAction.class);
    if (sees(agent)) {
      may.add(AgentAction.change);
      if (agent.mayWork() && agent.email() != null && has(agent)) {
        may.add(AgentAction.invite);
      }
      if (has(agent) && !isSelf(agent)) {
        may.add(agent.mayWork() ? AgentAction.disable : AgentAction.bringBack);
      }
    }
    return List.copyOf(may);
  }

  void require(Agent agent, AgentAction action) {
    if (!actions(agent).contains(action)) {
      throw refused(
          isSelf(agent)
              ? "Vous ne pouvez pas le faire pour vous-même."
              : "Cet agent a aussi d’autres maisons, ou son état ne le permet pas.",
          isSelf(agent)
              ? "You cannot do this to yourself."
              : "This agent has other houses too, or their state does not allow it.");
    }
  }

  /**
   * What somebody was before a change.
   *
   * @param partner id; null: none
   */
  record Before(
      String username,
      Set<Assignment.Place> places,
      @Nullable Long partner,
      @Nullable String email) {
    static final Before NOBODY = new Before("", Set.of(), null, null);

    static Before of(Agent agent) {
      Partner partner = agent.partner();
      return new Before(
          agent.username(), agent.places(), partner == null ? null : partner.id(), agent.email());
    }

    boolean isAdmin() {
      return places.stream().anyMatch(place -> place.role() == AgentRole.admin);
    }
  }

  void requirePlacing(Before before, Agent agent) {
    Before after = Before.of(agent);
    boolean self = before.username().equals(access.caller().username());
    if (everywhere()) {
      if (self && !after.isAdmin()) {
        throw refused(
            "Demandez à un autre administrateur de vous retirer ce rôle.",
            "Ask another administrator to take that role from you.");
      }
      return;
    }
    if (self && !after.places().equals(before.places())) {
      throw refused(
          "Vos propres rôles et maisons, quelqu’un d’autre les change.",
          "Your own roles and houses are for somebody else to change.");
    }
    if (!elsewhere(after).equals(elsewhere(before))
        || !Objects.equals(after.partner(), before.partner())) {
      throw refused(
          "Vous placez des agents d’accueil et des responsables dans vos maisons seulement ; ce"
              + " qu’ils sont ailleurs reste.",
          "You place clerks and managers in your own houses only; what they are elsewhere stays.");
    }
    if (!self && !Objects.equals(after.email(), before.email()) && !elsewhere(before).isEmpty()) {
      // A link to a new password goes there: whoever gives the address has the account.
      throw InvalidRequest.of(
          "email",
          "Cet agent a aussi d’autres maisons ou d’autres rôles : un administrateur change son"
              + " adresse.",
          "This agent has other houses or roles too: an administrator changes their address.");
    }
  }

  /** What is not the caller's to give or take. */
  private Set<Assignment.Place> elsewhere(Before somebody) {
    return somebody.places().stream()
        .filter(place -> !isOwn(place))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static ProblemException refused(String fr, String en) {
    return new ProblemException(ProblemType.FORBIDDEN, fr, en);
  }
}
