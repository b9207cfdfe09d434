package fr.porteouverte.webhook;

import fr.porteouverte.access.IntegratorScopes;
import fr.porteouverte.change.ChangeFeed;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.outbound.OutboundClient;
import fr.porteouverte.webhook.Deliveries.Due;
import fr.porteouverte.webhook.Deliveries.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Makes one delivery: reads it, calls outside of any transaction, notes the answer. Killed in
 * between it goes again, under the same id.
 */
@ApplicationScoped
class Courier {
  /** A delivery may wait for its lane before it is tried first. */
  private static final Duration FIRST_WAIT = Duration.ofHours(1);

  @Inject WebhookEndpoints endpoints;
  @Inject Paces paces;
  @Inject Deliveries deliveries;
  @Inject Hearing hearing;
  @Inject ChangeFeed feed;
  @Inject SwitchOff switchOff;
  @Inject Signatures signatures;
  @Inject OutboundClient client;
  @Inject WebhookSettings settings;
  @Inject Transactions transactions;
  @Inject Clock clock;

  /**
   * @param may false: its system may not hear of it any more
   */
  private record Parcel(String url, List<String> salts, Due due, boolean may) {}

  /** What became of the next one. */
  enum Fate {
    nothingDue,
    delivered,
    /** Its address rests. */
    failed
  }

  Fate next(long endpoint) {
    Optional<Parcel> parcel = transactions.call(() -> pack(endpoint));
    if (parcel.isEmpty()) {
      return Fate.nothingDue;
    }
    Parcel packed = parcel.get();
    Outcome outcome = packed.may() ? carry(packed) : Outcome.notAllowed();
    return transactions.call(() -> note(endpoint, packed.due(), outcome));
  }

  private Optional<Parcel> pack(long id) {
    Instant now = clock.instant();
    WebhookEndpoint endpoint = endpoints.findById(id);
    if (endpoint == null || endpoint.state() != EndpointState.active) {
      return Optional.empty();
    }
    Optional<IntegratorScopes.Of> system = hearing.system(endpoint);
    return deliveries
        .next(id, now)
        .map(
            due ->
                new Parcel(
                    endpoint.url(),
                    endpoint.salts(now),
                    due,
                    system.filter(one -> may(endpoint, one, due)).isPresent()));
  }

  /**
   * As when it was written: of its types, its houses and its partners, as all of them stand now.
   */
  private boolean may(WebhookEndpoint endpoint, IntegratorScopes.Of system, Due due) {
    Long seq = due.seq();
    return seq != null
        && !feed.between(seq - 1, seq, Hearing.filter(endpoint, system), 1).isEmpty();
  }

  private Outcome carry(Parcel parcel) {
    Due due = parcel.due();
    return Outcome.of(
        client.post(
            parcel.url(),
            signatures.headers(parcel.salts(), due.uid(), clock.instant(), due.body()),
            Signatures.bytes(due.body())));
  }

  /** Nothing answered well since then: it was tried for three days, and so was all else. */
  private Instant begun(Due due) {
    return due.giveUpAt().minus(settings.tryFor()).plus(FIRST_WAIT);
  }

  private Fate note(long id, Due due, Outcome outcome) {
    Optional<WebhookEndpoint> endpoint = endpoints.locked(id);
    if (endpoint.isEmpty()) {
      return Fate.nothingDue;
    }
    Instant now = clock.instant();
    Paces.Pace pace = paces.locked(id);
    if (outcome.good()) {
      deliveries.note(due.id(), DeliveryState.delivered, outcome, now, now);
      paces.answered(id);
      return Fate.delivered;
    }
    if (OffWhy.notAllowed.name().equals(outcome.failure())) {
      deliveries.note(due.id(), DeliveryState.failed, outcome, now, now);
      return Fate.delivered;
    }
    Instant again = now.plus(RetryPlan.after(due.attempts() + 1, ThreadLocalRandom.current()));
    DeliveryState state =
        again.isAfter(due.giveUpAt()) ? DeliveryState.failed : DeliveryState.waiting;
    deliveries.note(due.id(), state, outcome, now, again);
    paces.unanswered(id, now);
    Instant since = pace.failingSince();
    if (endpoint.get().state() != EndpointState.active) {
      return Fate.failed;
    }
    if (outcome.gone()) {
      switchOff.now(endpoint.get(), OffWhy.gone);
    } else if (state == DeliveryState.failed && since != null && !since.isAfter(begun(due))) {
      switchOff.now(endpoint.get(), OffWhy.failing);
    }
    return Fate.failed;
  }
}
