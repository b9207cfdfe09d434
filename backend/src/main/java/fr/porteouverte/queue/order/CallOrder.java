package fr.porteouverte.queue.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who is called first. The whole rule, without a database; see decision 009.
 *
 * <ol start="0">
 *   <li>Who was overtaken {@code cap} times, by arrival: nobody waits for ever.
 *   <li>Appointments whose time has come and who arrived for it within the grace, by their time.
 *   <li>Priority people, by arrival.
 *   <li>All others by arrival: walk-ins, appointments before their time, latecomers.
 * </ol>
 *
 * <p>Behind them all, and not called yet, stands who was absent when called, until their pause
 * ends.
 *
 * @param cap how often one may be overtaken
 * @param grace how long after its time one may arrive and still be on time
 */
public record CallOrder(int cap, Duration grace) {

  /** Why somebody stands where they stand, in the order in which the reasons count. */
  public enum Reason {
    overtaken,
    appointment,
    priority,
    arrival,
    /** Was absent when called, and is not called again yet. */
    absent
  }

  /**
   * Somebody who waits.
   *
   * @param number grows with arrival; decides between two who came in the same instant
   * @param dueAt null: no appointment
   * @param overtaken by how many calls of people who arrived later
   * @param callableAt not called before; null: at any time
   */
  record Waiting(
      long number,
      Instant arrivedAt,
      @Nullable Instant dueAt,
      boolean priority,
      int overtaken,
      @Nullable Instant callableAt) {

    /**
     * Somebody who was never overtaken.
     *
     * @param dueAt null: no appointment
     */
    static Waiting arriving(
        long number, Instant arrivedAt, @Nullable Instant dueAt, boolean priority) {
      return new Waiting(number, arrivedAt, dueAt, priority, 0, null);
    }

    /** As it is after one more call of somebody who came later. */
    Waiting overtakenOnceMore() {
      return new Waiting(number, arrivedAt, dueAt, priority, overtaken + 1, callableAt);
    }

    boolean arrivedBefore(Waiting other) {
      return BY_ARRIVAL.compare(this, other) < 0;
    }
  }

  private static final Comparator<Waiting> BY_ARRIVAL =
      Comparator.comparing(Waiting::arrivedAt).thenComparing(Waiting::number);

  /** Who is next; empty: nobody, or nobody yet. */
  Optional<Waiting> next(List<Waiting> people, Instant now) {
    return sorted(people, now).stream().filter(person -> !rests(person, now)).findFirst();
  }

  /** Whether somebody was absent when called, so lately that they are not called again yet. */
  boolean rests(Waiting person, Instant now) {
    return person.callableAt() != null && person.callableAt().isAfter(now);
  }

  /** First whoever is next. */
  List<Waiting> sorted(List<Waiting> people, Instant now) {
    return people.stream().sorted(at(now)).toList();
  }

  /** Less is whoever is called before the other at this time. */
  Comparator<Waiting> at(Instant now) {
    return (one, other) -> {
      Reason reason = reason(one, now);
      int first = reason.compareTo(reason(other, now));
      if (first == 0) {
        first = since(one, reason).compareTo(since(other, reason));
      }
      return first == 0 ? BY_ARRIVAL.compare(one, other) : first;
    };
  }

  Reason reason(Waiting person, Instant now) {
    if (rests(person, now)) {
      return Reason.absent;
    }
    if (person.overtaken() >= cap) {
      return Reason.overtaken;
    }
    if (person.dueAt() != null && !person.dueAt().isAfter(now) && !late(person)) {
      return Reason.appointment;
    }
    return person.priority() ? Reason.priority : Reason.arrival;
  }

  boolean late(Waiting person) {
    return late(person.arrivedAt(), person.dueAt());
  }

  /**
   * @param dueAt null: no appointment
   */
  boolean late(Instant arrivedAt, @Nullable Instant dueAt) {
    return dueAt != null && arrivedAt.isAfter(dueAt.plus(grace));
  }

  private static Instant since(Waiting person, Reason reason) {
    Instant said =
        switch (reason) {
          case appointment -> person.dueAt();
          case absent -> person.callableAt();
          default -> null;
        };
    return said == null ? person.arrivedAt() : said;
  }
}
