package fr.porteouverte.webhook;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far each address is told, and who calls it just now. Each joins the caller's transaction;
 * whoever locks the row of the address, too, locked that one first.
 */
@ApplicationScoped
class Paces {
  private static final int CANDIDATES = 20;

  @Inject EntityManager database;

  record Pace(long toldUntil, int failures, @Nullable Instant failingSince) {}

  void begin(long endpoint) {
    Sql.of(
            database,
            "insert into webhook_pace (endpoint_id, told_until, failures) values (:endpoint, 0, 0)")
        .with("endpoint", endpoint)
        .run();
  }

  Pace locked(long endpoint) {
    return lockedIfThere(endpoint).orElseThrow();
  }

  /** Empty: the address was deleted meanwhile. */
  Optional<Pace> lockedIfThere(long endpoint) {
    return Sql.of(
            database,
            "select told_until, failures, failing_since from webhook_pace where endpoint_id ="
                + " :endpoint for update")
        .with("endpoint", endpoint)
        .first(Pace.class);
  }

  WebhookView.Pace shown(long endpoint) {
    return Sql.of(
            database,
            "select p.failing_since, (select count(*) from webhook_delivery d where d.endpoint_id ="
                + " p.endpoint_id and d.state = 'waiting') as waiting from webhook_pace p where"
                + " p.endpoint_id = :endpoint")
        .with("endpoint", endpoint)
        .one(WebhookView.Pace.class);
  }

  boolean anyActive() {
    return Sql.of(database, "select count(*) from webhook_endpoint where state = 'active'")
            .one(Long.class)
        > 0;
  }

  /** Those that were not told yet of all up to a number. */
  List<Long> behind(long last) {
    return Sql.of(
            database,
            "select p.endpoint_id from webhook_pace p join webhook_endpoint e on e.id ="
                + " p.endpoint_id where e.state = 'active' and p.told_until < :last order by"
                + " p.endpoint_id")
        .with("last", last)
        .list(Long.class);
  }

  /** Never back: whoever looked up the last number earlier may come later. */
  void told(long endpoint, long until) {
    Sql.of(
            database,
            "update webhook_pace set told_until = :until where endpoint_id = :endpoint and"
                + " told_until < :until")
        .with("until", until)
        .with("endpoint", endpoint)
        .run();
  }

  /** What was missed meanwhile is not told: it begins as a new one. */
  void forget(long endpoint) {
    Sql.of(database, "update webhook_pace set told_until = 0 where endpoint_id = :endpoint")
        .with("endpoint", endpoint)
        .run();
  }

  /** There is something to tell; one that does not answer rests all the same. */
  void wake(long endpoint, Instant now) {
    Sql.of(
            database,
            "update webhook_pace set next_at = case when failures = 0 then :now else"
                + " coalesce(next_at, :now) end where endpoint_id = :endpoint")
        .with("now", now)
        .with("endpoint", endpoint)
        .run();
  }

  /**
   * Takes an address that is due and that nobody calls.
   *
   * @param mostFailing places for those that did not answer last: the others never wait for them
   */
  Optional<Long> take(String lease, int mostFailing, Instant now, Instant until) {
    long failing =
        Sql.of(
                database,
                "select count(*) from webhook_pace where failures > 0 and leased_until > :now")
            .with("now", now)
            .one(Long.class);
    String also = failing < mostFailing ? "" : " and p.failures = 0";
    return Sql.of(
            database,
            "select p.endpoint_id from webhook_pace p join webhook_endpoint e on e.id ="
                + " p.endpoint_id where e.state = 'active' and p.next_at <= :now and"
                + " (p.leased_until is null or p.leased_until <= :now)"
                + also
                + " order by p.next_at, p.endpoint_id")
        .with("now", now)
        .limit(CANDIDATES)
        .list(Long.class)
        .stream()
        .filter(endpoint -> lease(endpoint, lease, now, until))
        .findFirst();
  }

  private boolean lease(long endpoint, String lease, Instant now, Instant until) {
    return Sql.of(
                database,
                "update webhook_pace set leased_by = :lease, leased_until = :until where"
                    + " endpoint_id = :endpoint and next_at <= :now and (leased_until is null or"
                    + " leased_until <= :now)")
            .with("lease", lease)
            .with("until", until)
            .with("endpoint", endpoint)
            .with("now", now)
            .run()
        == 1;
  }

  void answered(long endpoint) {
    Sql.of(
            database,
            "update webhook_pace set failures = 0, failing_since = null where endpoint_id ="
                + " :endpoint")
        .with("endpoint", endpoint)
        .run();
  }

  void unanswered(long endpoint, Instant now) {
    Sql.of(
            database,
            "update webhook_pace set failures = failures + 1, failing_since ="
                + " coalesce(failing_since, :now) where endpoint_id = :endpoint")
        .with("now", now)
        .with("endpoint", endpoint)
        .run();
  }

  /** When it is due next: as its first delivery is, but not before its rest is over. */
  void plan(long endpoint, @Nullable Instant restUntil) {
    Instant due =
        Sql.of(
                database,
                "select min(due_at) as due_at from webhook_delivery where endpoint_id = :endpoint"
                    + " and state = 'waiting'")
            .with("endpoint", endpoint)
            .one(Due.class)
            .dueAt();
    Instant next = due == null || restUntil == null || due.isAfter(restUntil) ? due : restUntil;
    Sql.of(
            database,
            "update webhook_pace set next_at = cast(:next as timestamp with time zone) where"
                + " endpoint_id = :endpoint")
        .with("next", next)
        .with("endpoint", endpoint)
        .run();
  }

  private record Due(@Nullable Instant dueAt) {}

  void release(long endpoint, String lease) {
    Sql.of(
            database,
            "update webhook_pace set leased_by = null, leased_until = null where endpoint_id ="
                + " :endpoint and leased_by = :lease")
        .with("endpoint", endpoint)
        .with("lease", lease)
        .run();
  }
}
