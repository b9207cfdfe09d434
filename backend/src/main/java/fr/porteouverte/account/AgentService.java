package fr.porteouverte.account;

import fr.porteouverte.http.Etag;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.partner.Partners;
import fr.porteouverte.problem.FieldError;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import fr.porteouverte.text.MailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The agents and where they act. Their users in Keycloak follow by {@link KeycloakUsers}. */
@ApplicationScoped
public class AgentService {
  @Inject Agents agents;
  @Inject Sites sites;
  @Inject Partners partners;

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

  @Transactional
  public Agent create(AgentDraft draft) {
    if (agents.byUsername(draft.username()).isPresent()) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "Il y a déjà un agent « " + draft.username() + " ».",
          "There is already an agent \"" + draft.username() + "\".");
    }
    Agent agent = new Agent(draft.username());
    write(agent, draft);
    agents.persistAndFlush(agent);
    return agent;
  }

  /**
   * @param ifMatch the ETag that the caller read
   */
  @Transactional
  public Agent change(long id, @Nullable String ifMatch, AgentDraft draft) {
    Agent agent = agents.findByIdOptional(id).orElseThrow(NotFound::new);
    Etag.check(ifMatch, agent.version());
    if (!agent.username().equals(draft.username())) {
      throw InvalidRequest.of(
          "username", "Le nom d’utilisateur ne change pas.", "The username does not change.");
    }
    write(agent, draft);
    agents.flush();
    return agent;
  }

  private void write(Agent agent, AgentDraft draft) {
    List<FieldError> errors = new ArrayList<>();
    List<Site> where = draft.role().needsSites() ? sitesOf(draft, errors) : List.of();
    Partner whom = draft.role().needsPartner() ? partnerOf(draft, errors) : null;
    String email = emailOf(draft, errors);
    requireTheirOwn(email, agent.username(), errors);
    if (!errors.isEmpty()) {
      throw new InvalidRequest(errors);
    }
    agent.name(draft.firstName().strip(), draft.lastName().strip(), email);
    agent.place(draft.role(), where, whom);
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

  private List<Site> sitesOf(AgentDraft draft, List<FieldError> errors) {
    if (draft.sites().isEmpty()) {
      errors.add(
          FieldError.of("sites", "Au moins une maison.", "At least one house is needed here."));
      return List.of();
    }
    List<Site> found = new ArrayList<>();
    for (int i = 0; i < draft.sites().size(); i++) {
      Site site =
          Optional.ofNullable(FieldReader.id(draft.sites().get(i)))
              .map(sites::findById)
              .orElse(null);
      if (site == null) {
        errors.add(
            FieldError.of("sites[" + i + "]", "Cette maison n’existe pas.", "No such house."));
      } else {
        found.add(site);
      }
    }
    return found;
  }

  private @Nullable Partner partnerOf(AgentDraft draft, List<FieldError> errors) {
    Partner partner =
        Optional.ofNullable(FieldReader.id(draft.partner())).map(partners::findById).orElse(null);
    if (partner == null) {
      errors.add(
          FieldError.of("partner", "Ce partenaire n’existe pas.", "There is no such partner."));
    }
    return partner;
  }
}
