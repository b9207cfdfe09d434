package fr.porteouverte.database;

import com.github.benmanes.caffeine.cache.Caffeine;
import fr.porteouverte.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What this process remembers of registers: houses, procedures, permanences. PostgreSQL marks each
 * transaction that changes one of them (see {@code V79.1__register_marks.sql}); all marks together
 * are the edition. Whoever uses something remembered reads the edition with a statement that it
 * sends anyway, and so knows whether what it used is what the database says: nothing remembered is
 * ever taken for true because it is young. After a change everything is read again.
 *
 * <p>H2, which has one process and its database in it, remembers nothing.
 */
@ApplicationScoped
public class Edition {
  /** The edition, as part of any statement on PostgreSQL. */
  public static final String MARK = "(select coalesce(bit_xor(mark), 0) from register_mark)";

  private static final int TRIES = 3;

  /**
   * A nation has 2,840 houses with some ten permanences each, of two kilobytes or three; those that
   * are asked for often stay.
   */
  private static final int MOST = 50_000;

  @Inject EntityManager database;
  @Inject Engine engine;
  @Inject SnapshotAges ages;

  private volatile Kept kept = new Kept(0);
  private final ThreadLocal<@Nullable Reading> current = new ThreadLocal<>();

  private static final class Kept {
    private final long mark;
    private final long since = System.nanoTime();
    private final Map<Object, Object> values =
        Caffeine.newBuilder().maximumSize(MOST).<Object, Object>build().asMap();

    Kept(long mark) {
      this.mark = mark;
    }
  }

  private static final class Reading {
    private final Kept from;
    private boolean used;
    private boolean confirmed;

    Reading(Kept from) {
      this.from = from;
    }
  }

  /** What was remembered is not so any more. */
  private static final class Outdated extends RuntimeException {
    Outdated() {
      super(null, null, false, false);
    }
  }

  void start(@Observes StartupEvent start) {
    ages.tell(
        "registers",
        () ->
            kept.values.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(System.nanoTime() - kept.since));
  }

  /**
   * Reads with what is remembered, again if it was outdated, and in the end without remembering.
   * Writes nothing. Within another one it is part of that.
   */
  public <T> T reading(Supplier<T> work) {
    if (!engine.isPostgresql() || current.get() != null) {
      return work.get();
    }
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Reading reading = new Reading(kept);
      current.set(reading);
      try {
        T answer = work.get();
        confirm();
        return answer;
      } catch (Outdated again) {
        // kept is the new one by now
      } catch (ProblemException refusal) {
        if (isTrue(reading)) {
          throw refusal;
        }
      } finally {
        current.remove();
      }
    }
    return work.get();
  }

  private boolean isTrue(Reading reading) {
    try {
      confirm();
      return true;
    } catch (Outdated no) {
      return false;
    }
  }

  /**
   * A transaction that sells by what is remembered. It ends with {@link #confirm} under its locks;
   * one that was outdated begins again, and then remembers nothing.
   */
  public <T> T selling(boolean first, Supplier<T> work) {
    if (!first || !engine.isPostgresql()) {
      return work.get();
    }
    Reading reading = new Reading(kept);
    current.set(reading);
    try {
      T made = work.get();
      confirm();
      return made;
    } catch (Outdated again) {
      throw new TryAgain("a register changed meanwhile");
    } catch (ProblemException refusal) {
      if (isTrue(reading)) {
        throw refusal;
      }
      throw new TryAgain("a register changed meanwhile");
    } finally {
      current.remove();
    }
  }

  /**
   * What is remembered under this key, else what is read now. Must not be changed by anybody; what
   * it holds of entities is read whole, for their session ends before they do.
   */
  public <T> T get(Object key, Supplier<T> read) {
    return find(key, () -> Optional.of(read.get())).orElseThrow();
  }

  /** The same of something that there may not be: that there is none is not remembered. */
  public <T> Optional<T> find(Object key, Supplier<Optional<T>> read) {
    return find(key, read, value -> value);
  }

  /**
   * The same of an entity.
   *
   * @param whole reads what the session would read later
   */
  @SuppressWarnings("unchecked") // a key names its type
  public <T> Optional<T> find(Object key, Supplier<Optional<T>> read, UnaryOperator<T> whole) {
    Reading reading = current.get();
    if (reading == null) {
      return read.get();
    }
    reading.used = true;
    T known = (T) reading.from.values.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<T> fresh = ofNow(read, whole);
    fresh.ifPresent(value -> reading.from.values.put(key, value));
    return fresh;
  }

  /**
   * Outside of a transaction the request's one session answers with entities as it met them first,
   * which may be of an edition before this one: they are read in a session of their own.
   */
  private static <T> Optional<T> ofNow(Supplier<Optional<T>> read, UnaryOperator<T> whole) {
    return QuarkusTransaction.isActive()
        ? read.get().map(whole)
        : QuarkusTransaction.requiringNew().call(() -> read.get().map(whole));
  }

  /** Whether somebody here uses what is remembered, and would like to know of {@link #mark}. */
  public boolean isAsked() {
    Reading reading = current.get();
    return reading != null && !reading.confirmed;
  }

  /** To be selected as a number by a statement that is sent anyway; then {@link #seen}. */
  public String mark() {
    return isAsked() ? MARK : "cast(0 as bigint)";
  }

  /**
   * @param mark as the database says it is
   */
  public void seen(long mark) {
    Reading reading = current.get();
    if (reading == null) {
      return;
    }
    if (reading.confirmed) {
      return;
    }
    if (mark != reading.from.mark) {
      if (kept.mark != mark) {
        kept = new Kept(mark);
      }
      throw new Outdated();
    }
    reading.confirmed = true;
  }

  /** Many marks become one; whoever remembers something reads it again. */
  public void sweep() {
    if (engine.isPostgresql()) {
      Sql.of(
              database,
              "with gone as (delete from register_mark where (select count(*) from register_mark) >"
                  + " 100 returning mark) insert into register_mark (xact, mark) select"
                  + " pg_current_xact_id(), cast(cast(('x' || substr(replace(cast(gen_random_uuid()"
                  + " as text), '-', ''), 1, 16)) as bit(64)) as bigint) from gone limit 1")
          .run();
    }
  }

  /** Asks the database itself, unless another statement did. */
  public void confirm() {
    Reading reading = current.get();
    if (reading != null && reading.used && !reading.confirmed) {
      seen(Sql.of(database, "select " + MARK).apart().one(Long.class));
    }
  }
}
