package fr.porteouverte.webhook;

import fr.porteouverte.access.IntegratorScopes;
import fr.porteouverte.change.ChangeFeed;
import fr.porteouverte.change.ChangeView;
import fr.porteouverte.database.Chunks;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Ids;
import fr.porteouverte.outbound.OutboundClient;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.webhook.Deliveries.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What somebody asks to be told just now: a ping, one delivery once more, or those of a time. */
@ApplicationScoped
class Telling {
  /** In one transaction. */
  private static final int MOST = 2_000;

  @Inject WebhookService service;
  @Inject Deliveries deliveries;
  @Inject Paces paces;
  @Inject Payloads payloads;
  @Inject Signatures signatures;
  @Inject Hearing hearing;
  @Inject FanOut fanOut;
  @Inject ChangeFeed feed;
  @Inject OutboundClient client;
  @Inject WebhookSettings settings;
  @Inject Transactions transactions;
  @Inject Clock clock;

  private record Ping(String url, List<String> salts) {}

  /** Calls, and waits for the answer. One that answers with 2xx is told of all that comes. */
  DeliveryView ping(long id) {
    Instant now = clock.instant();
    Ping ping =
        transactions.call(
            () -> {
              WebhookEndpoint one = service.known(id);
              if (hearing.system(one).isEmpty()) {
                throw WebhookService.notAllowed();
              }
              return new Ping(one.url(), one.salts(now));
            });
    String uid = Payloads.uid();
    String body = payloads.ping(Ids.of(id), now);
    Outcome outcome =
        Outcome.of(
            client.post(
                ping.url(),
                signatures.headers(ping.salts(), uid, now, body),
                Signatures.bytes(body)));
    long last = feed.numberAll();
    return transactions.call(() -> pinged(id, ping.url(), uid, body, outcome, last));
  }

  private DeliveryView pinged(
      long id, String url, String uid, String body, Outcome outcome, long last) {
    WebhookEndpoint one = service.lockedOwn(id);
    Instant now = clock.instant();
    deliveries.write(id, uid, null, Payloads.PING, body, now, now);
    DeliveryView written = deliveries.named(id, uid).orElseThrow(NotFound::new);
    deliveries.note(
        Ids.parse(written.id()),
        outcome.good() ? DeliveryState.delivered : DeliveryState.failed,
        outcome,
        now,
        now);
    // Somebody may have entered another address meanwhile.
    if (outcome.good() && one.url().equals(url)) {
      Paces.Pace pace = paces.locked(id);
      if (one.state() != EndpointState.active) {
        // One that was told until it had another address goes on from there.
        if (one.state() == EndpointState.off || pace.toldUntil() == 0) {
          paces.told(id, last);
        }
        one.answered();
      }
      paces.answered(id);
      paces.plan(id, null);
    }
    return deliveries.named(id, uid).orElseThrow(NotFound::new);
  }

  DeliveryView again(long id, long delivery) {
    return transactions.call(
        () -> {
          WebhookEndpoint one = active(id);
          DeliveryView before = deliveries.one(id, delivery).orElseThrow(NotFound::new);
          if (before.changeId() == null) {
            throw new ProblemException(
                ProblemType.CONFLICT,
                "Un « ping » se refait : il ne se renvoie pas.",
                "A ping is made anew, not sent again.");
          }
          paces.locked(one.id());
          Instant now = clock.instant();
          deliveries.again(id, "id", List.of(delivery), now, now.plus(settings.tryFor()));
          paces.plan(id, null);
          return deliveries.one(id, delivery).orElseThrow(NotFound::new);
        });
  }

  /**
   * All that happened within a time, as far as it was told already; the rest comes by itself.
   *
   * @return how many go
   */
  int replay(long id, Instant from, Instant to) {
    return transactions.call(
        () -> {
          WebhookEndpoint one = active(id);
          IntegratorScopes.Of system = hearing.system(one).orElseThrow(WebhookService::notAllowed);
          long until = paces.locked(id).toldUntil();
          List<ChangeView> wanted =
              feed.within(from, to)
                  .map(
                      stretch ->
                          feed
                              .between(
                                  stretch.first() - 1,
                                  Math.min(stretch.last(), until),
                                  Hearing.filter(one, system),
                                  MOST + 1)
                              .stream()
                              .filter(change -> !change.at().isBefore(from))
                              .filter(change -> change.at().isBefore(to))
                              .toList())
                  .orElse(List.of());
          if (wanted.size() > MOST) {
            throw InvalidRequest.of(
                "to",
                "Plus de " + MOST + " changements : choisissez un temps plus court.",
                "More than " + MOST + " changes: choose a shorter time.");
          }
          return wanted.isEmpty() ? 0 : replay(id, wanted);
        });
  }

  private int replay(long id, List<ChangeView> wanted) {
    Instant now = clock.instant();
    List<Long> numbers = wanted.stream().map(change -> Long.valueOf(change.id())).toList();
    Set<Long> told =
        new HashSet<>(deliveries.told(id, numbers.get(0), numbers.get(numbers.size() - 1)));
    int again =
        Chunks.of(numbers)
            .mapToInt(some -> deliveries.again(id, "seq", some, now, now.plus(settings.tryFor())))
            .sum();
    int fresh = 0;
    for (ChangeView change : wanted) {
      if (!told.contains(Long.valueOf(change.id()))) {
        fanOut.write(id, change, now);
        fresh++;
      }
    }
    paces.plan(id, null);
    return again + fresh;
  }

  private WebhookEndpoint active(long id) {
    WebhookEndpoint one = service.lockedOwn(id);
    if (one.state() != EndpointState.active) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "Cette adresse doit d’abord répondre à un « ping ».",
          "This address has to answer a ping first.");
    }
    return one;
  }
}
