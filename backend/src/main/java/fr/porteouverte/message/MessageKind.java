package fr.porteouverte.message;

import java.util.Arrays;
import java.util.Optional;

/** What a message about a booking is for. */
public enum MessageKind {
  confirmation,
  reminder,
  morningReminder,
  moved,
  /** The house has another name or address. */
  houseMoved,
  cancelled,
  /** The house took the appointment away, and proposes others. */
  cancelledByHouse,
  waitlistOffer;

  public static Optional<MessageKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
  }

  public boolean reminds() {
    return this == reminder || this == morningReminder;
  }
}
