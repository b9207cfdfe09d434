package fr.porteouverte.webhook;

import fr.porteouverte.database.Transactions;
import fr.porteouverte.job.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Each lane takes one address at a time, which nobody else calls meanwhile, and tells it a few
 * things. Those that do not answer have half of the lanes at most, and none waits for one that is
 * slow ({@link Turns}).
 */
@ApplicationScoped
class WebhookLanes implements Lanes {
  private static final int TURN = 20;

  @Inject Paces paces;
  @Inject Courier courier;
  @Inject Turns turns;
  @Inject WebhookSettings settings;
  @Inject Transactions transactions;
  @Inject Clock clock;

  @Override
  public String name() {
    return "webhook-lane";
  }

  @Override
  public int count() {
    return settings.lanes();
  }

  @Override
  public Duration pause() {
    return settings.every();
  }

  @Override
  public boolean run() {
    String lease = UUID.randomUUID().toString();
    Instant now = clock.instant();
    Instant until = now.plus(settings.lease());
    int mostFailing = Math.max(1, settings.lanes() / 2);
    Optional<Long> taken = transactions.call(() -> paces.take(lease, mostFailing, now, until));
    taken.ifPresent(endpoint -> turns.begin(() -> turn(endpoint, lease, until)));
    return taken.isPresent();
  }

  private void turn(long endpoint, String lease, Instant until) {
    Courier.Fate fate = Courier.Fate.delivered;
    try {
      // Half of it is left for the call that is under way.
      Instant last = until.minus(settings.lease().dividedBy(2));
      for (int i = 0;
          i < TURN && fate == Courier.Fate.delivered && clock.instant().isBefore(last);
          i++) {
        fate = courier.next(endpoint);
      }
    } finally {
      boolean rests = fate == Courier.Fate.failed;
      transactions.run(
          () ->
              paces
                  .lockedIfThere(endpoint)
                  .ifPresent(pace -> end(endpoint, lease, rests, pace.failures())));
    }
  }

  private void end(long endpoint, String lease, boolean rests, int failures) {
    Instant rest =
        rests ? clock.instant().plus(RetryPlan.rest(failures, ThreadLocalRandom.current())) : null;
    paces.plan(endpoint, rest);
    paces.release(endpoint, lease);
  }
}
