package fr.porteouverte.account;

import fr.porteouverte.http.AppAddress;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The way into an empty installation: while there is no administrator, each start prints a link
 * that makes one, once. Whoever reads the log of the API runs the machine.
 */
@ApplicationScoped
class FirstAccess {
  private static final Logger LOG = Logger.getLogger(FirstAccess.class);
  static final Duration GOOD = Duration.ofHours(24);

  /** After the demo has made its agents. */
  private static final int LAST = 9_000;

  @Inject Agents agents;
  @Inject EntryLinks links;
  @Inject AccountSettings settings;
  @Inject AppAddress app;

  @ConfigProperty(name = "porte-ouverte.demo.enabled", defaultValue = "false")
  boolean demo;

  void atStart(@Observes @Priority(LAST) StartupEvent started) {
    if (!demo && settings.provision()) {
      print();
    }
  }

  /**
   * @return the address; empty: there is an administrator
   */
  Optional<String> print() {
    Optional<String> address =
        QuarkusTransaction.requiringNew()
            .call(() -> agents.hasAdmin() ? Optional.<String>empty() : Optional.of(address()));
    address.ifPresent(
        at ->
            LOG.infof(
                "Nobody runs this installation yet. The first administrator opens, within %d hours"
                    + " and once: %s",
                GOOD.toHours(), at));
    return address;
  }

  private String address() {
    UUID id = links.make(null, GOOD);
    return app.of("/equipe/premier-acces/" + id + "#" + links.secret(id));
  }
}
