package fr.porteouverte.webhook;

import fr.porteouverte.database.Sql;
import fr.porteouverte.outbound.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of what is told. Each joins the caller's transaction. */
@ApplicationScoped
class Deliveries {
  /** Letters of an answer that the log keeps. */
  private static final int KEPT = 200;

  @Inject EntityManager database;
  @Inject Attempts before;

  /**
   * What goes out.
   *
   * @param seq null: a ping
   */
  record Due(
      long id, String uid, @Nullable Long seq, String body, int attempts, Instant giveUpAt) {}

  /** What became of an attempt. */
  record Outcome(
      boolean good, @Nullable Integer status, @Nullable String failure, @Nullable String answer) {

    static Outcome of(Answer answer) {
      return answer instanceof Answer.Heard heard
          ? new Outcome(heard.good(), heard.status(), null, beginning(heard.body()))
          : new Outcome(false, null, ((Answer.Unheard) answer).why().name(), null);
    }

    static Outcome notAllowed() {
      return new Outcome(false, null, OffWhy.notAllowed.name(), null);
    }

    boolean gone() {
      return status != null && status == 410;
    }

    private static String beginning(byte[] body) {
      String text =
          new String(body, 0, Math.min(body.length, 4 * KEPT), StandardCharsets.UTF_8)
              .replaceAll("\\p{C}+", " ");
      return text.substring(0, Math.min(text.length(), KEPT));
    }
  }

  /**
   * @param seq null: a ping
   */
  void write(
      long endpoint,
      String uid,
      @Nullable Long seq,
      String type,
      String body,
      Instant now,
      Instant giveUp) {
    Sql.of(
            database,
            "insert into webhook_delivery (endpoint_id, uid, seq, type, body, state, attempts,"
                + " created_at, due_at, give_up_at) values (:endpoint, :uid, cast(:seq as bigint),"
                + " :type, :body, 'waiting', 0, :now, :now, :giveUp)")
        .with("endpoint", endpoint)
        .with("uid", uid)
        .with("seq", seq)
        .with("type", type)
        .with("body", body)
        .with("now", now)
        .with("giveUp", giveUp)
        .run();
  }

  Optional<Due> next(long endpoint, Instant now) {
    return Sql.of(
            database,
            "select id, uid, seq, body, attempts, give_up_at from webhook_delivery where"
                + " endpoint_id = :endpoint and state = 'waiting' and due_at <= :now order by"
                + " due_at, id")
        .with("endpoint", endpoint)
        .with("now", now)
        .limit(1)
        .first(Due.class);
  }

  /** One that another attempt settled meanwhile stays as it is. */
  void note(long id, DeliveryState state, Outcome outcome, Instant now, Instant due) {
    before.keepLast(id);
    Sql.of(
            database,
            "update webhook_delivery set state = :state, attempts = attempts + 1, tried_at = :now,"
                + " due_at = :due, status = cast(:status as integer), failure = cast(:failure as"
                + " varchar), answer = cast(:answer as varchar) where id = :id and state ="
                + " 'waiting'")
        .with("state", state)
        .with("now", now)
        .with("due", due)
        .with("status", outcome.status())
        .with("failure", outcome.failure())
        .with("answer", outcome.answer())
        .with("id", id)
        .run();
  }

  /** What waits for an address is tried no more. */
  void giveUp(long endpoint) {
    Sql.of(
            database,
            "update webhook_delivery set state = 'failed' where endpoint_id = :endpoint and state ="
                + " 'waiting'")
        .with("endpoint", endpoint)
        .run();
  }

  /** Those of an address go once more, under their own ids. */
  int again(long endpoint, String which, Collection<Long> values, Instant now, Instant giveUp) {
    return Sql.of(
            database,
            "update webhook_delivery set state = 'waiting', attempts = 0, due_at = :now, give_up_at"
                + " = :giveUp where endpoint_id = :endpoint and state <> 'waiting' and "
                + which
                + " in (:values)")
        .with("now", now)
        .with("giveUp", giveUp)
        .with("endpoint", endpoint)
        .with("values", values)
        .run();
  }

  /** The numbers of changes between two that an address has a delivery of. */
  List<Long> told(long endpoint, long first, long last) {
    return Sql.of(
            database,
            "select seq from webhook_delivery where endpoint_id = :endpoint and seq between :first"
                + " and :last")
        .with("endpoint", endpoint)
        .with("first", first)
        .with("last", last)
        .list(Long.class);
  }

  Optional<DeliveryView> one(long endpoint, long id) {
    return Sql.of(
            database,
            "select "
                + DeliveryView.COLUMNS
                + " from webhook_delivery where endpoint_id = :endpoint and id = :id")
        .with("endpoint", endpoint)
        .with("id", id)
        .first(DeliveryView.Row.class)
        .map(row -> shown(List.of(row)).get(0));
  }

  Optional<DeliveryView> named(long endpoint, String uid) {
    return Sql.of(
            database,
            "select "
                + DeliveryView.COLUMNS
                + " from webhook_delivery where endpoint_id = :endpoint and uid = :uid")
        .with("endpoint", endpoint)
        .with("uid", uid)
        .first(DeliveryView.Row.class)
        .map(row -> shown(List.of(row)).get(0));
  }

  /**
   * The newest first.
   *
   * @param before only older ones than this id
   * @param state null: all
   */
  List<DeliveryView> list(long endpoint, long before, @Nullable DeliveryState state, int most) {
    Sql read =
        Sql.of(
                database,
                "select "
                    + DeliveryView.COLUMNS
                    + " from webhook_delivery where endpoint_id = :endpoint and id < :before"
                    + (state == null ? "" : " and state = :state")
                    + " order by id desc")
            .with("endpoint", endpoint)
            .with("before", before)
            .limit(most);
    if (state != null) {
      read.with("state", state);
    }
    return shown(read.list(DeliveryView.Row.class));
  }

  private List<DeliveryView> shown(List<DeliveryView.Row> rows) {
    Map<Long, List<AttemptView>> earlier =
        before.of(rows.stream().map(DeliveryView.Row::id).toList());
    return rows.stream()
        .map(row -> DeliveryView.of(row, earlier.getOrDefault(row.id(), List.of())))
        .toList();
  }

  int forget(Instant before) {
    return Sql.of(
            database,
            "delete from webhook_delivery where created_at < :before and state <> 'waiting'")
        .with("before", before)
        .run();
  }
}
