package fr.porteouverte.webhook;

import fr.porteouverte.access.IntegratorScopes;
import fr.porteouverte.change.ChangeFeed;
import fr.porteouverte.change.ChangeView;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Follows the changes for each address, as a reader of the API would: a delivery for each change,
 * and how far it got, in one transaction. Killed in between, neither happened; done twice, the
 * second finds nothing.
 */
@ApplicationScoped
class FanOut implements Lanes {
  private static final int PAGE = 500;

  @Inject ChangeFeed feed;
  @Inject WebhookEndpoints endpoints;
  @Inject Paces paces;
  @Inject Deliveries deliveries;
  @Inject Payloads payloads;
  @Inject Hearing hearing;
  @Inject SwitchOff switchOff;
  @Inject WebhookSettings settings;
  @Inject Transactions transactions;
  @Inject Clock clock;

  @Override
  public String name() {
    return "webhook-fan-out";
  }

  @Override
  public int count() {
    return 1;
  }

  @Override
  public Duration pause() {
    return settings.every();
  }

  @Override
  public boolean run() {
    if (!transactions.call(paces::anyActive)) {
      return false;
    }
    long last = feed.numberAll();
    boolean more = false;
    for (Long endpoint : transactions.call(() -> paces.behind(last))) {
      more |= transactions.call(() -> tell(endpoint, last));
    }
    return more;
  }

  /**
   * @return whether there may be more
   */
  private boolean tell(long id, long last) {
    Optional<WebhookEndpoint> found =
        endpoints.locked(id).filter(one -> one.state() == EndpointState.active);
    if (found.isEmpty()) {
      return false;
    }
    WebhookEndpoint endpoint = found.get();
    Optional<IntegratorScopes.Of> system = hearing.system(endpoint);
    if (system.isEmpty()) {
      switchOff.now(endpoint, OffWhy.notAllowed);
      return false;
    }
    long until = paces.locked(id).toldUntil();
    List<ChangeView> page = feed.between(until, last, Hearing.filter(endpoint, system.get()), PAGE);
    Instant now = clock.instant();
    for (ChangeView change : page) {
      write(id, change, now);
    }
    boolean more = page.size() == PAGE;
    paces.told(id, more ? Long.parseLong(page.get(PAGE - 1).id()) : last);
    if (!page.isEmpty()) {
      paces.wake(id, now);
    }
    return more;
  }

  /** Joins the caller's transaction, which has the lock of the address. */
  void write(long endpoint, ChangeView change, Instant now) {
    deliveries.write(
        endpoint,
        Payloads.uid(),
        Long.parseLong(change.id()),
        change.type().code(),
        payloads.of(change),
        now,
        now.plus(settings.tryFor()));
  }
}
