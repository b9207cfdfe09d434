package fr.porteouverte.slot;

import fr.porteouverte.database.Engine;
import fr.porteouverte.database.SnapshotAges;
import fr.porteouverte.http.KeptPages;
import fr.porteouverte.job.Workers;
import fr.porteouverte.problem.Wordless;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What changed of slots, whoever changed it: ten times a second PostgreSQL is asked, in rounds, of
 * which permanences rows were written by transactions that it shows now and did not show in the
 * round before ({@link SlotMarks}). So it is known of an answer whether it is still true, as of the
 * last round, without asking for each. Only while somebody searches; whoever could not ask for a
 * second knows nothing. H2 has no such rounds.
 */
@ApplicationScoped
public class SlotNews {
  private static final Logger LOG = Logger.getLogger(SlotNews.class);
  private static final Duration ROUND = Duration.ofMillis(100);
  private static final Duration TRUE_FOR = Duration.ofSeconds(1);
  private static final Duration UNASKED = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Inject Engine engine;
  @Inject DataSource database;
  @Inject KeptPages pages;
  @Inject Clock clock;
  @Inject TransactionSynchronizationRegistry transaction;
  @Inject SnapshotAges ages;

  private final Map<Long, Long> changed = new ConcurrentHashMap<>();
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile boolean stopping;
  private volatile long lastHeard = System.nanoTime();
  private volatile long asked = System.nanoTime();

  /** Written by the one thread of the rounds, the number last: who reads it reads all before. */
  private volatile long registersChanged;

  private volatile Heard heard = new Heard(0, 0, 0, Instant.EPOCH, false);

  /**
   * @param round its number
   * @param first answers of rounds before it are not known of
   * @param at when the question was sent ({@link System#nanoTime})
   * @param moment the same by the clock
   * @param any false: nothing was heard
   */
  private record Heard(long round, long first, long at, Instant moment, boolean any) {
    boolean isFresh() {
      return any && System.nanoTime() - at < TRUE_FOR.toNanos();
    }
  }

  /** Of the news by which pages of slots are given again; nothing while nobody searches. */
  void start(@Observes StartupEvent start) {
    ages.tell(
        "pages",
        () -> running.get() ? Duration.ofNanos(System.nanoTime() - lastHeard) : Duration.ZERO);
  }

  /**
   * To be asked before anything is read for an answer.
   *
   * @return null: there is no news here, or not yet
   */
  @Nullable Long round() {
    if (!engine.isPostgresql() || pages.areOff()) {
      return null;
    }
    asked = System.nanoTime();
    if (!stopping && running.compareAndSet(false, true)) {
      lastHeard = asked;
      Workers.named("slot-news").newThread(this::listen).start();
    }
    Heard last = heard;
    return last.isFresh() ? last.round() : null;
  }

  /**
   * While nothing changed of these permanences and of the registers since that round.
   *
   * @param round null: nobody knows
   * @param until when time itself makes another answer of it
   */
  KeptPages.@Nullable Truth since(
      @Nullable Long round, Collection<Long> permanences, Instant until) {
    if (round == null) {
      return null;
    }
    long begun = round;
    List<Long> of = List.copyOf(permanences);
    return () -> asOf(begun, of, until);
  }

  /**
   * By whoever is about to change slots of these: once this transaction is over, nothing that was
   * read before is true here any more, at once. Other processes hear of it in the next round.
   */
  void changing(Set<Long> permanences) {
    if (running.get()) {
      transaction.registerInterposedSynchronization(new AtTheEnd(permanences));
    }
  }

  private final class AtTheEnd implements Synchronization {
    private final Set<Long> permanences;

    AtTheEnd(Set<Long> permanences) {
      this.permanences = permanences;
    }

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      long next = heard.round() + 1;
      permanences.forEach(one -> changed.merge(one, next, Math::max));
    }
  }

  private @Nullable Instant asOf(long begun, List<Long> permanences, Instant until) {
    Heard last = heard;
    asked = System.nanoTime();
    if (!last.isFresh()
        || begun < last.first()
        || registersChanged > begun
        || !clock.instant().isBefore(until)) {
      return null;
    }
    for (Long permanence : permanences) {
      Long at = changed.get(permanence);
      if (at != null && at > begun) {
        return null;
      }
    }
    return last.moment();
  }

  void stop(@Observes ShutdownEvent stop) {
    stopping = true;
  }

  private void listen() {
    try {
      while (!stopping && !isUnasked()) {
        try (Connection connection = database.getConnection()) {
          hear(new SlotMarks(connection));
        } catch (SQLException | RuntimeException lost) {
          LOG.debug("No news of slots; trying again", Wordless.of(lost));
          LockSupport.parkNanos(PAUSE.toNanos());
        } finally {
          heard = new Heard(heard.round(), 0, 0, Instant.EPOCH, false);
        }
      }
    } finally {
      running.set(false);
    }
  }

  private boolean isUnasked() {
    return System.nanoTime() - asked > UNASKED.toNanos();
  }

  /** On one connection: of what was committed before it broke, or beside it, it says nothing. */
  private void hear(SlotMarks marks) throws SQLException {
    long first = heard.round() + 1;
    SlotMarks.Seen before = null;
    while (!stopping && !isUnasked()) {
      long sent = System.nanoTime();
      SlotMarks.Seen now = marks.since(before, clock.instant());
      long round = heard.round() + 1;
      if (before != null && now.registers() != before.registers()) {
        registersChanged = round;
      }
      now.permanences().forEach(one -> changed.merge(one, round, Math::max));
      heard = new Heard(round, first, sent, now.at(), true);
      lastHeard = sent;
      before = now;
      LockSupport.parkNanos(ROUND.toNanos());
    }
  }
}
