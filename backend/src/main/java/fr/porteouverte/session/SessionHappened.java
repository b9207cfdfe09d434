package fr.porteouverte.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something was decided about a session. A synchronous event inside the transaction that decided
 * it: what its observers write is committed with it, or not at all.
 *
 * @param actor an agent's username, or {@code system}
 * @param cause who or what took it, or its end, away; null: it was not
 */
public record SessionHappened(
    long sessionId,
    long permanenceId,
    long siteId,
    Kind kind,
    String actor,
    @Nullable CancellationCause cause,
    Instant at) {

  /** What happened, as the session's history calls it. */
  public enum Kind {
    confirmed,
    unconfirmed,
    late,
    handedOver,
    cancelled,
    reinstated,
    held,
    absent,
    /** The calendar gave other hours to one that somebody had promised. */
    moved,
    /** The calendar no longer has one that somebody had promised. */
    withdrawn,
    /** Its partner was there, and left before the end. */
    stopped,
    /** Only marks of visits had said that it took place, and none does any more. */
    unheld
  }
}
