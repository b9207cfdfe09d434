package fr.porteouverte.account;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.job.Job;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Brings Keycloak up to date with the agents' rows, in the background: after a start with all of
 * them, later with those that changed. Keycloak may still be booting or be away for a while; the
 * rows remember what is due.
 */
@ApplicationScoped
public class Provisioning implements Job {
  private static final Logger LOG = Logger.getLogger(Provisioning.class);

  @Inject Agents agents;
  @Inject KeycloakUsers users;
  @Inject AccountSettings settings;
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  /** One agent as the row said it at a certain version. */
  private record Due(AgentView agent, long id, int version) {}

  void compareAllAfterStart(@Observes StartupEvent started) {
    if (settings.provision()) {
      QuarkusTransaction.requiringNew().run(agents::allDueInKeycloak);
    }
  }

  @Override
  public String name() {
    return "account-provisioning";
  }

  @Override
  public Schedule schedule() {
    return FixedDelay.of(settings.every());
  }

  @Override
  public void run() {
    if (settings.provision()) {
      catchUp();
    }
  }

  /**
   * @return how many agents Keycloak now knows that it did not before
   */
  int catchUp() {
    List<Due> due =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    agents.dueInKeycloak().stream()
                        .map(agent -> new Due(AgentView.of(agent), agent.id(), agent.version()))
                        .toList());
    int done = 0;
    for (Due one : due) {
      try {
        String keycloakId = users.ensure(one.agent());
        QuarkusTransaction.requiringNew()
            .run(() -> agents.known(one.id(), one.version(), keycloakId));
        done++;
      } catch (WebApplicationException answer) {
        // Keycloak is there and says no to this one (an e-mail used twice); the others go on.
        sayOnce("Keycloak refuses agent " + one.id() + " as it stands: " + answer.getMessage());
      } catch (RuntimeException unreachable) {
        sayOnce("Keycloak cannot be reached for the agents' users, trying again: " + unreachable);
        return done;
      }
    }
    if (done > 0) {
      said.clear();
      LOG.infof("Keycloak now knows %d agents more", done);
    }
    return done;
  }

  private void sayOnce(String words) {
    if (said.add(words)) {
      LOG.warn(words);
    }
  }
}
