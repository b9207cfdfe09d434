package fr.porteouverte.account;

import fr.porteouverte.problem.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Asks before an agent is written whether their address is somebody's whom only Keycloak knows:
 * such an agent could never log in. While Keycloak is away nobody waits for it: then it says so
 * later, at the agent ({@code loginRefusal}).
 */
@ApplicationScoped
class MailAtKeycloak {
  private static final int SECONDS = 4;

  @Inject KeycloakUsers users;
  @Inject AccountSettings settings;
  @Inject ManagedExecutor workers;

  /**
   * Outside of any transaction.
   *
   * @return false: Keycloak is away and did not say
   */
  boolean requireFree(AgentDraft draft) {
    String email = draft.email();
    if (!settings.askBefore() || email == null || email.isBlank()) {
      return true;
    }
    Boolean taken = taken(email, draft);
    if (Boolean.TRUE.equals(taken)) {
      throw InvalidRequest.of(
          "email",
          "Cette adresse est déjà celle d’un autre compte du service de connexion.",
          "This address is another account's of the login service already.");
    }
    return taken != null;
  }

  /**
   * @return null: Keycloak did not say
   */
  private @Nullable Boolean taken(String email, AgentDraft draft) {
    try {
      return CompletableFuture.supplyAsync(
              () -> users.isOfAnother(email.strip(), draft.username()), workers)
          .orTimeout(SECONDS, TimeUnit.SECONDS)
          .join();
    } catch (CompletionException | CancellationException away) {
      return null;
    }
  }
}
