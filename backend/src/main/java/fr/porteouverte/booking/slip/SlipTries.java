package fr.porteouverte.booking.slip;

import fr.porteouverte.booking.BookingSettings;
import fr.porteouverte.database.Sql;
import fr.porteouverte.secret.ServerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Wrong codes of one reference, for all processes. A reference that nobody has is counted like any
 * other, so that its tries end as early; the table names none of them.
 */
@ApplicationScoped
class SlipTries {
  @Inject EntityManager database;
  @Inject ServerKey key;
  @Inject BookingSettings settings;

  /** Whoever tries the same reference waits until this transaction ends. */
  String lock(String reference, Instant now) {
    String subject = HexFormat.of().formatHex(key.mac("slip-try", reference));
    Sql.of(
            database,
            "insert into slip_tries (subject, wrong, since) values (:subject, 0, :now)"
                + " on conflict do nothing")
        .with("subject", subject)
        .with("now", now)
        .run();
    Sql.of(
            database,
            "update slip_tries set wrong = case when since <= :over then 0 else wrong end, since ="
                + " case when since <= :over then :now else since end where subject = :subject")
        .with("over", now.minus(settings.slipTriesWithin()))
        .with("now", now)
        .with("subject", subject)
        .run();
    return subject;
  }

  boolean exhausted(String subject) {
    return Sql.of(database, "select wrong from slip_tries where subject = :subject")
            .with("subject", subject)
            .first(Integer.class)
            .orElse(0)
        >= settings.slipTries();
  }

  /** How long none is taken any more. */
  Duration wait(String subject, Instant now) {
    Instant since =
        Sql.of(database, "select since from slip_tries where subject = :subject")
            .with("subject", subject)
            .first(Instant.class)
            .orElse(now);
    return Duration.between(now, since.plus(settings.slipTriesWithin()));
  }

  void wrong(String subject) {
    Sql.of(database, "update slip_tries set wrong = wrong + 1 where subject = :subject")
        .with("subject", subject)
        .run();
  }

  /** Who has the paper mistyped before. */
  void right(String subject) {
    Sql.of(database, "delete from slip_tries where subject = :subject")
        .with("subject", subject)
        .run();
  }

  int forget(Instant before) {
    return Sql.of(database, "delete from slip_tries where since < :before")
        .with("before", before)
        .run();
  }
}
