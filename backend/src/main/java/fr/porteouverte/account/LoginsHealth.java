package fr.porteouverte.account;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether Keycloak knows every agent as the rows say: {@code /q/health/well}. Not a matter of
 * readiness: the public goes on without.
 */
@Wellness
@ApplicationScoped
class LoginsHealth implements HealthCheck {
  @Inject Agents agents;

  @Override
  @Transactional
  public HealthCheckResponse call() {
    int due = agents.dueInKeycloak().size();
    return HealthCheckResponse.named("logins").status(due == 0).withData("due", due).build();
  }
}
