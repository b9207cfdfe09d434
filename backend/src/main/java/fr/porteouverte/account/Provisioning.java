package fr.porteouverte.account;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.porteouverte.job.Job;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import java.time.Clock;
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
  @Inject DeletedUsers deleted;
  @Inject AccountSettings settings;
  @Inject Clock clock;
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  /** One agent as the row said it at a certain version. */
  private record Due(AgentView agent, long id, int version, DeletedUsers.Known known) {}

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
    List<Due> due = QuarkusTransaction.requiringNew().call(this::due);
    int done = 0;
    try {
      if (!due.isEmpty()) {
        users.requireLogin();
      }
      for (Due one : due) {
        done += tell(one) ? 1 : 0;
      }
    } catch (ProcessingException | LoginRefusal away) {
      sayOnce("Keycloak cannot be asked for the agents' users, trying again: " + reason(away));
      return done;
    }
    if (done > 0) {
      said.clear();
      LOG.infof("Keycloak now knows %d agents more", done);
    }
    return done;
  }

  private List<Due> due() {
    return agents.dueInKeycloak(clock.instant().minus(settings.refusedAgain())).stream()
        .map(
            agent ->
                new Due(
                    AgentView.of(agent), agent.id(), agent.version(), DeletedUsers.Known.of(agent)))
        .toList();
  }

  /**
   * Whatever Keycloak has against one agent, the others go on.
   *
   * @return whether it knows them now
   */
  private boolean tell(Due one) {
    try {
      String realm = users.installation();
      if (deleted.has(one.known())) {
        QuarkusTransaction.requiringNew().run(() -> deleted.note(one.known()));
        return true;
      }
      String keycloakId =
          one.agent().standing() == AgentStanding.disabled
              ? users.shutOut(one.agent()).orElse(null)
              : users.ensure(one.agent());
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                agents.known(one.id(), one.version(), keycloakId);
                agents.knownIn(one.id(), realm);
              });
      return true;
    } catch (LoginRefusal refusal) {
      if (!refusal.aboutOneAgent()) {
        throw refusal;
      }
      note(one, refusal);
    } catch (ProcessingException away) {
      throw away;
    } catch (RuntimeException unforeseen) {
      note(one, LoginRefusal.of(unforeseen));
    }
    return false;
  }

  private void note(Due one, LoginRefusal refusal) {
    sayOnce("Keycloak refuses agent " + one.id() + " as it stands: " + refusal.words());
    QuarkusTransaction.requiringNew()
        .run(() -> agents.refused(one.id(), one.version(), refusal.words(), clock.instant()));
  }

  /** Which failure it is, at its root; what it says may quote an address or a secret. */
  private static String reason(RuntimeException away) {
    if (away instanceof LoginRefusal refusal) {
      return refusal.words();
    }
    Throwable root = away;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getName();
  }

  private void sayOnce(String words) {
    if (said.add(words)) {
      LOG.warn(words);
    }
  }
}
