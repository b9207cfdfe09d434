package fr.porteouverte.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message to be.
 *
 * @param kind decides who composes it
 * @param cause what it tells: the same cause of a kind is told once to each recipient
 * @param recipient names the person and the way, without an address
 * @param siteId whose house answers for it; null: none
 * @param bookingId what it is about; null: something else
 * @param detail facts of the kind that nothing else keeps, nothing personal; null: none
 * @param due not before
 * @param giveUp of no use after
 */
public record Draft(
    String kind,
    String cause,
    String recipient,
    MessageChannel channel,
    @Nullable Long siteId,
    @Nullable Long bookingId,
    @Nullable String detail,
    Instant due,
    Instant giveUp) {

  /** The same for a recipient of another name. */
  public Draft to(String other) {
    return new Draft(kind, cause, other, channel, siteId, bookingId, detail, due, giveUp);
  }
}
