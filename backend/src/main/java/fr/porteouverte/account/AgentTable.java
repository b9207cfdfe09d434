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

  /** As a table says it; of a new agent: invited. */
  public String standing(String username) {
    return agents.byUsername(username).map(Agent::standing).orElse(AgentStanding.invited).name();
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

  /** Within the caller's transaction: invited, changed, or left alone. */
  public Put put(AgentDraft draft) {
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
    AgentDraft before = AgentDraft.of(there);
    if (!Said.of(draft).equals(Said.of(before))) {
      service.changed(there, draft);
    }
    return new Put(before, AgentDraft.of(there));
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
