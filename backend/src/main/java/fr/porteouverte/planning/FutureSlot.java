package fr.porteouverte.planning;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** The name of a slot that a change will make; it has no id yet, but a start. */
final class FutureSlot {
  private static final String PREFIX = "new-";

  private FutureSlot() {}

  static String id(Instant start) {
    return PREFIX + start.getEpochSecond();
  }

  /**
   * @return empty: the id of a slot that is there already
   */
  static Optional<Instant> start(String slotId) {
    if (slotId == null || !slotId.matches(PREFIX + "[0-9]{1,11}")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(slotId.substring(PREFIX.length()))));
    } catch (DateTimeException tooFar) {
      return Optional.empty();
    }
  }
}
