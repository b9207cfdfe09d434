package fr.porteouverte.webhook;

import fr.porteouverte.outbox.Draft;
import fr.porteouverte.outbox.MessageChannel;
import fr.porteouverte.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Tells an address nothing more, and its contact that it is so. */
@ApplicationScoped
class SwitchOff {
  private static final Duration OF_USE = Duration.ofDays(3);

  @Inject Paces paces;
  @Inject Deliveries deliveries;
  @Inject Outbox outbox;
  @Inject Clock clock;

  /** Joins the caller's transaction, which has the lock of the address. */
  void now(WebhookEndpoint endpoint, OffWhy why) {
    Instant now = clock.instant();
    endpoint.off(why, now);
    deliveries.giveUp(endpoint.id());
    paces.plan(endpoint.id(), null);
    if (why != OffWhy.notAllowed) {
      outbox.write(
          new Draft(
              OffMail.KIND,
              "webhook/" + endpoint.id() + "/" + now,
              OffMail.RECIPIENT + endpoint.integratorId(),
              MessageChannel.email,
              null,
              null,
              endpoint.id().toString(),
              now,
              now.plus(OF_USE)));
    }
  }
}
