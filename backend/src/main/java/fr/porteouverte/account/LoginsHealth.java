package fr.porteouverte.account;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether Keycloak answers about every agent: {@code /q/health/well}. Not a matter of readiness:
 * the public goes on without. One whom Keycloak refuses is for an admin to put right, and no
 * outage.
 */
@Wellness
@ApplicationScoped
class LoginsHealth implements HealthCheck {
  @Inject Agents agents;

  @Override
  @Transactional
  public HealthCheckResponse call() {
    long due = agents.countDueInKeycloak();
    long refused = agents.countRefusedByKeycloak();
    return HealthCheckResponse.named("logins")
        .status(due == 0)
        .withData("due", due)
        .withData("refused", refused)
        .withData("degraded", refused > 0)
        .build();
  }
}
