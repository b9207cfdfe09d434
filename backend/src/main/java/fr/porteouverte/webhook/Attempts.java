package fr.porteouverte.webhook;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was answered before the last attempt of each delivery; the last one is in its row. Each
 * joins the caller's transaction, which has the lock of the address.
 */
@ApplicationScoped
class Attempts {
  /** Of one delivery: three days of attempts are fewer, redeliveries may make more. */
  static final int MOST = 40;

  @Inject EntityManager database;

  private record Row(
      long deliveryId,
      Instant triedAt,
      @Nullable Integer status,
      @Nullable String failure,
      @Nullable String answer) {}

  /** Before the row of a delivery that waits hears of its next one. */
  void keepLast(long delivery) {
    int kept =
        Sql.of(
                database,
                "insert into webhook_attempt (delivery_id, tried_at, status, failure, answer)"
                    + " select id, tried_at, status, failure, answer from webhook_delivery where"
                    + " id = :id and state = 'waiting' and tried_at is not null")
            .with("id", delivery)
            .run();
    if (kept > 0) {
      Sql.of(
              database,
              "delete from webhook_attempt where delivery_id = :id and id <= (select id from"
                  + " webhook_attempt where delivery_id = :id order by id desc offset :most rows"
                  + " fetch next 1 rows only)")
          .with("id", delivery)
          .with("most", MOST - 1)
          .run();
    }
  }

  /** By delivery, the newest first. */
  Map<Long, List<AttemptView>> of(Collection<Long> deliveries) {
    if (deliveries.isEmpty()) {
      return Map.of();
    }
    return Sql.of(
            database,
            "select delivery_id, tried_at, status, failure, answer from webhook_attempt where"
                + " delivery_id in (:deliveries) order by id desc")
        .with("deliveries", deliveries)
        .list(Row.class)
        .stream()
        .collect(
            Collectors.groupingBy(
                Row::deliveryId,
                Collectors.mapping(
                    row ->
                        new AttemptView(row.triedAt(), row.status(), row.failure(), row.answer()),
                    Collectors.toList())));
  }
}
