package fr.porteouverte.account;

import fr.porteouverte.problem.ConstraintTexts;
import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.text.MailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Agents as rows of a table, under the rights of whoever asks. */
@ApplicationScoped
public class AgentTable {
  @Inject Agents agents;
  @Inject AgentService service;
  @Inject AgentRights rights;
  @Inject AgentHistory history;
  @Inject MailAtKeycloak mails;
  @Inject EntityManager database;
  @Inject Validator validator;

  /** An agent, and how they stand. */
  public record Row(AgentDraft draft, String standing) {}

  /**
   * What became of a row.
   *
   * @param before null: there was nobody of that name
   */
  public record Put(@Nullable AgentDraft before, AgentDraft after) {}

  /**
   * All whom the caller sees, by username.
   *
   * @param words part of a name, a username or an address; null: all
   * @param standing null: all
   * @param role null: all
   * @param site id of a house where they have that role, or any; null: all
   */
  public List<Row> seen(
      @Nullable String words,
      @Nullable AgentStanding standing,
      @Nullable AgentRole role,
      @Nullable Long site) {
    AgentQuery query =
        new AgentQuery(
            words,
            standing,
            role,
            site,
            rights.houses(),
            AgentOrder.username,
            null,
            Integer.MAX_VALUE);
    List<Long> ids = query.ids(database);
    return ids.isEmpty()
        ? List.of()
        : agents.list("id in ?1", ids).stream()
            .sorted(Comparator.comparing(Agent::username))
            .map(agent -> new Row(AgentDraft.of(agent), agent.standing().name()))
            .toList();
  }

  /**
   * As a table says it; of a new agent: invited.
   *
   * @param said by the file; empty: nothing
   */
  public String standing(String username, String said) {
    return agents
        .byUsername(username)
        .filter(there -> !isNew(there, said))
        .map(Agent::standing)
        .orElse(AgentStanding.invited)
        .name();
  }

  /** Whoever a table invited that was taken back since: a better one may invite them again. */
  private boolean isNew(Agent there, String said) {
    return !there.mayWork()
        && !said.equals(AgentStanding.disabled.name())
        && history.isTakenBack(there.id());
  }

  /** What is wrong with a draft by itself. */
  public List<FieldError> complaints(AgentDraft draft) {
    return validator.validate(draft).stream()
        .map(wrong -> new FieldError(wrong.getPropertyPath().toString(), ConstraintTexts.of(wrong)))
        .sorted(Comparator.comparing(FieldError::field))
        .toList();
  }

  /** Whether it says an address that the agent does not have yet. */
  public boolean saysNewMail(AgentDraft draft) {
    String said = Said.of(draft).email();
    return said != null
        && agents
            .byUsername(draft.username())
            .filter(there -> said.equals(there.email()))
            .isEmpty();
  }

  /**
   * Outside of any transaction.
   *
   * @return false: the login service is away and did not say
   */
  public boolean requireFreeMail(AgentDraft draft) {
    return mails.requireFree(draft);
  }

  /**
   * Within the caller's transaction: invited, changed, or left alone.
   *
   * @param said how they stand, by the file; empty: nothing
   */
  public Put put(AgentDraft draft, String said) {
    Agent there = agents.byUsername(draft.username()).orElse(null);
    if (there == null) {
      return new Put(null, AgentDraft.of(service.invited(draft)));
    }
    if (!rights.sees(there)) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "Ce nom d’utilisateur est celui d’un agent d’autres maisons.",
          "This username is an agent's of other houses.");
    }
    if (isNew(there, said)) {
      return new Put(null, AgentDraft.of(service.invitedAnew(there, draft)));
    }
    AgentDraft before = AgentDraft.of(there);
    if (!Said.of(draft).equals(Said.of(before))) {
      service.changed(there, draft);
    }
    return new Put(before, AgentDraft.of(there));
  }

  /**
   * Within the caller's transaction: as they were before. Whom it invited is shut out.
   *
   * @throws ProblemException somebody changed them since, or they may not be as they were
   */
  public void takeBack(Put written) {
    Agent there = agents.byUsername(written.after().username()).filter(rights::sees).orElse(null);
    if (there == null) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "n’est plus un agent de vos maisons.",
          "is no longer an agent of your houses.");
    }
    Said now = Said.of(AgentDraft.of(there));
    AgentDraft before = written.before();
    if (before != null && now.equals(Said.of(before))) {
      return;
    }
    if (!now.equals(Said.of(written.after()))) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "changé depuis cet import, par la main de quelqu’un ou par un autre tableau.",
          "changed since this import, by somebody's hand or by another table.");
    }
    if (before == null) {
      service.takenBack(there);
    } else {
      service.changed(there, before);
    }
  }

  /** A draft whose spelling and order do not count. */
  private record Said(String first, String last, @Nullable String email, Set<Part> parts) {
    private record Part(
        AgentRole role,
        Set<String> sites,
        Set<String> departments,
        @Nullable String partner,
        boolean everywhere) {}

    static Said of(AgentDraft draft) {
      String email = draft.email();
      return new Said(
          draft.firstName().strip(),
          draft.lastName().strip(),
          email == null || email.isBlank()
              ? null
              : MailAddress.of(email.strip()).orElse(email.strip()),
          draft.assignments().stream()
              .map(
                  one ->
                      new Part(
                          one.role(),
                          Set.copyOf(one.sites()),
                          Set.copyOf(one.departments()),
                          one.partner(),
                          one.everywhere()))
              .collect(Collectors.toUnmodifiableSet()));
    }
  }
}
