package fr.porteouverte.integrator;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.account.KeycloakClients;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Job;
import fr.porteouverte.problem.LoginUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Takes keys that ended out of Keycloak. They were good for nothing before that already. */
@ApplicationScoped
public class EndedKeys implements Job {
  private static final Logger LOG = Logger.getLogger(EndedKeys.class);

  @Inject Integrators integrators;
  @Inject KeycloakClients clients;
  @Inject Transactions transactions;
  @Inject Clock clock;

  @Override
  public String name() {
    return "integrator-ended-keys";
  }

  @Override
  public Schedule schedule() {
    return FixedDelay.of(Duration.ofMinutes(1));
  }

  private record Ended(long id, String keycloakId) {}

  @Override
  public void run() {
    ended().forEach(this::remove);
  }

  /** One that Keycloak will not let go is no reason to leave the others there. */
  private void remove(Ended key) {
    try {
      clients.remove(key.keycloakId());
      transactions.run(() -> integrators.key(key.id()).gone());
    } catch (LoginUnavailable away) {
      LOG.debugf("Keycloak did not take out key %d that ended; it is tried again", key.id());
    }
  }

  private List<Ended> ended() {
    return transactions.call(
        () ->
            integrators.keysToRemove(clock.instant()).stream()
                .map(key -> new Ended(key.id(), Objects.requireNonNull(key.keycloakId())))
                .toList());
  }
}
