package fr.porteouverte.account;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.Role;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with whom: an admin everything; a manager with the clerks and managers of her
 * houses. What somebody is in another house is not hers to change. Nobody shuts themself out, and
 * somebody always runs the network.
 */
@ApplicationScoped
class AgentRights {
  private static final Set<AgentRole> OF_HOUSES = EnumSet.of(AgentRole.clerk, AgentRole.manager);

  @Inject Access access;
  @Inject Agents agents;

  /** Ids of the houses whose agents the caller sees; null: everybody. */
  @Nullable Set<Long> houses() {
    return access.caller().is(Role.ADMIN) ? null : access.caller().sites();
  }

  private boolean everywhere() {
    return access.caller().is(Role.ADMIN);
  }

  private boolean sees(Agent agent) {
    return everywhere()
        || (OF_HOUSES.contains(agent.role())
            && agent.sites().stream().anyMatch(site -> access.caller().mayActAt(site.id())));
  }

  /** All of their houses are the caller's. */
  private boolean has(Agent agent) {
    return everywhere()
        || (OF_HOUSES.contains(agent.role())
            && agent.sites().stream().allMatch(site -> access.caller().mayActAt(site.id())));
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

  /** What somebody was before a change. */
  record Before(String username, AgentRole role, Set<Site> sites) {
    static Before of(Agent agent) {
      return new Before(agent.username(), agent.role(), agent.sites());
    }
  }

  /**
   * @param before null: a new agent
   */
  void requirePlacing(@Nullable Before before, Agent after) {
    boolean self = before != null && before.username().equals(access.caller().username());
    boolean sameRole = before != null && before.role() == after.role();
    if (everywhere()) {
      if (self && !sameRole) {
        throw refused(
            "Demandez à un autre administrateur de changer votre rôle.",
            "Ask another administrator to change your role.");
      }
      return;
    }
    Set<Long> now = before == null ? Set.of() : elsewhere(before.sites());
    if (!OF_HOUSES.contains(after.role()) || !elsewhere(after.sites()).equals(now)) {
      throw refused(
          "Vous placez des agents d’accueil et des responsables dans vos maisons seulement.",
          "You place clerks and managers in your own houses only.");
    }
    if (before != null && !sameRole && (self || !now.isEmpty())) {
      throw refused(
          "Le rôle vaut aussi dans d’autres maisons, ou c’est le vôtre : un administrateur le"
              + " change.",
          "The role counts in other houses too, or is your own: an administrator changes it.");
    }
  }

  /** Ids of the houses that are not the caller's. */
  private Set<Long> elsewhere(Collection<Site> sites) {
    return sites.stream()
        .map(Site::id)
        .filter(id -> !access.caller().mayActAt(id))
        .collect(Collectors.toSet());
  }

  private static ProblemException refused(String fr, String en) {
    return new ProblemException(ProblemType.FORBIDDEN, fr, en);
  }
}
