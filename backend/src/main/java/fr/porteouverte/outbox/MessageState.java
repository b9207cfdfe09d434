package fr.porteouverte.outbox;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The fate of a message. */
public enum MessageState {
  waiting,
  /** Accepted by the mail server or the gateway. */
  sent,
  delivered,
  /** Accepted, and given back later. */
  bounced,
  /** Never accepted. */
  refused,
  /** What it was about changed before it went. */
  superseded,
  /** It could not go in time to be of use; a call: or nobody could be called at all. */
  expired,
  /** A call: the person was spoken to, or heard of it otherwise. */
  reached,
  /** A call: the person took another time. */
  moved,
  /** A call: the person does not come. */
  cancelled;

  /** The whole table: what is not in it does not happen. */
  private static final Map<MessageState, Set<MessageState>> NEXT =
      Map.of(
          waiting,
          EnumSet.of(sent, refused, superseded, expired, reached, moved, cancelled),
          sent,
          EnumSet.of(delivered, bounced),
          delivered,
          EnumSet.of(bounced),
          reached,
          EnumSet.of(waiting, moved, cancelled),
          // A call that somebody gave up, and takes up again.
          expired,
          EnumSet.of(waiting, reached, moved, cancelled),
          // It was on its way, or somebody was on the telephone, when its cause changed: what is
          // true is told.
          superseded,
          EnumSet.of(sent, moved, cancelled));

  public boolean mayBecome(MessageState next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }
}
