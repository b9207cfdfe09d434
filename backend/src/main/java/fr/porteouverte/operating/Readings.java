package fr.porteouverte.operating;

import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what waits in the database: a few counts, each by an index of its own. */
@ApplicationScoped
class Readings {
  /** A job this long after its time, and not taken by anybody, is late. */
  private static final Duration LATE_JOB = Duration.ofMinutes(1);

  private static final int FAILING_AFTER = 3;
  private static final List<String> CHANNELS = List.of("email", "sms");

  @Inject EntityManager database;
  @Inject Transactions transactions;
  @Inject Clock clock;
  @Inject OperatingSettings settings;

  Reading read() {
    return transactions.call(this::readNow);
  }

  private Reading readNow() {
    Instant now = clock.instant();
    Reading.Now what =
        Sql.of(
                database,
                "select (select count(*) from hold where expires_at > :now) as holds,"
                    + " (select count(*) from ticket where state = 'waiting') as waiting,"
                    + " (select count(distinct site_id) from ticket where state = 'waiting') as houses,"
                    + " (select min(arrived_at) from ticket where state = 'waiting') as first_arrival,"
                    + " (select count(*) from outbox where state = 'waiting' and channel = 'call' and"
                    + " due_at <= :now) as calls,"
                    + " (select min(at) from change_entry where seq is null) as first_unnumbered,"
                    + " (select count(*) from scheduled_tasks where execution_time < :late and not picked)"
                    + " as jobs_late,"
                    + " (select count(*) from scheduled_tasks where consecutive_failures >= :failing)"
                    + " as jobs_failing")
            .with("now", now)
            .with("late", now.minus(LATE_JOB))
            .with("failing", FAILING_AFTER)
            .one(Reading.Now.class);
    List<Reading.Due> due =
        Sql.of(
                database,
                "select channel, sum(case when state = 'waiting' then 1 else 0 end) as due,"
                    + " sum(case when state = 'waiting' and due_at <= :late then 1 else 0 end) as late,"
                    + " min(case when state = 'waiting' then due_at end) as oldest,"
                    + " sum(case when state = 'waiting' then 0 else 1 end) as failed from outbox"
                    + " where channel in (:channels) and (state = 'waiting' and due_at <= :now or state in"
                    + " ('refused', 'bounced', 'expired') and due_at > :yesterday and due_at <= :now)"
                    + " group by channel")
            .with("channels", CHANNELS)
            .with("now", now)
            .with("late", now.minus(settings.lateAfter()))
            .with("yesterday", now.minus(Duration.ofDays(1)))
            .list(Reading.Due.class);
    return new Reading(
        now,
        what,
        due.stream().collect(Collectors.toMap(Reading.Due::channel, Function.identity())));
  }
}
