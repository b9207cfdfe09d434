package fr.porteouverte.outbox.smpp;

import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.outbox.Fates;
import fr.porteouverte.outbox.Outbox;
import fr.porteouverte.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pieces that providers accepted, and what they said of each. A receipt may come before its
 * piece is noted, and to another process: either of the two makes the row, and the other one finds
 * it.
 */
@ApplicationScoped
class SentPieces {
  @Inject Transactions transactions;
  @Inject EntityManager database;
  @Inject Outbox outbox;
  @Inject Fates fates;
  @Inject Clock clock;

  /**
   * One piece.
   *
   * @param id the provider's
   * @param mark of the whole text: another text begins anew
   */
  record Piece(String account, String id, int number, int of, int mark) {}

  /** Numbers of the pieces of this very text that were accepted before. */
  Set<Integer> accepted(OutboxMessage message, int mark) {
    return transactions.call(
        () ->
            Sql.of(
                    database,
                    "select piece from sms_piece where outbox_id = :message and mark = :mark")
                .with("message", message.id())
                .with("mark", mark)
                .list(Integer.class)
                .stream()
                .collect(Collectors.toSet()));
  }

  void accepted(OutboxMessage message, Piece piece) {
    if (piece.id().isEmpty()) {
      // Of such a one no receipt can speak.
      return;
    }
    transactions.run(
        () -> {
          insert(piece.account(), piece.id());
          // A provider may begin its numbers anew: what was said of the former one counts no more.
          Sql.of(
                  database,
                  "update sms_piece set receipt = case when outbox_id is null then receipt else"
                      + " null end, outbox_id = :message, piece = :piece, pieces = :pieces,"
                      + " mark = :mark, noted_at = :now where account = :account and"
                      + " provider_id = :id")
              .with("message", message.id())
              .with("piece", piece.number())
              .with("pieces", piece.of())
              .with("mark", piece.mark())
              .with("now", clock.instant())
              .with("account", piece.account())
              .with("id", piece.id())
              .run();
          settle(piece.account(), piece.id());
        });
  }

  void heard(String account, String id, boolean delivered) {
    transactions.run(
        () -> {
          insert(account, id);
          Sql.of(
                  database,
                  "update sms_piece set receipt = :receipt where account = :account and"
                      + " provider_id = :id")
              .with("receipt", delivered ? "delivered" : "undelivered")
              .with("account", account)
              .with("id", id)
              .run();
          settle(account, id);
        });
  }

  private void insert(String account, String id) {
    Sql.of(
            database,
            "insert into sms_piece (account, provider_id, noted_at) values (:account, :id, :now)"
                + " on conflict do nothing")
        .with("account", account)
        .with("id", id)
        .with("now", clock.instant())
        .run();
  }

  private record Sent(@Nullable Long outboxId, @Nullable Integer mark) {}

  private record Row(Integer piece, Integer pieces, @Nullable String receipt) {}

  /** Joins a transaction. All pieces arrived, or one did not and the text is no text. */
  private void settle(String account, String id) {
    Sent sent =
        Sql.of(
                database,
                "select outbox_id, mark from sms_piece where account = :account and"
                    + " provider_id = :id")
            .with("account", account)
            .with("id", id)
            .one(Sent.class);
    if (sent.outboxId() == null) {
      return;
    }
    // Under its lock: of two receipts at once one sees the other.
    OutboxMessage message = outbox.locked(sent.outboxId()).orElseThrow();
    List<Row> rows =
        Sql.of(
                database,
                "select piece, pieces, receipt from sms_piece where outbox_id = :message and"
                    + " mark = :mark")
            .with("message", message.id())
            .with("mark", sent.mark())
            .list(Row.class);
    Set<Integer> gone = rows.stream().map(Row::piece).collect(Collectors.toSet());
    Set<Integer> arrived = pieces(rows, "delivered");
    Set<Integer> lost = pieces(rows, "undelivered");
    lost.removeAll(arrived);
    if (gone.size() < rows.get(0).pieces()) {
      return;
    }
    if (arrived.size() == gone.size()) {
      fates.delivered(message);
    } else if (!lost.isEmpty()) {
      fates.givenBack(message, "undelivered");
    }
  }

  private static Set<Integer> pieces(List<Row> rows, String receipt) {
    return rows.stream()
        .filter(row -> receipt.equals(row.receipt()))
        .map(Row::piece)
        .collect(Collectors.toSet());
  }
}
