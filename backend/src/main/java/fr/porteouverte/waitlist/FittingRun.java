package fr.porteouverte.waitlist;

import fr.porteouverte.slot.Booker;
import fr.porteouverte.slot.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a visit fits into a freed place. */
final class FittingRun {
  private FittingRun() {}

  /**
   * The first run of free, open slots without a gap that has the freed one in it.
   *
   * @param session locked slots of the freed one's session, by start
   * @param length of the visit in slots
   * @param before the run starts before this
   */
  static Optional<List<Slot>> covering(Slot freed, List<Slot> session, int length, Instant before) {
    int at = session.indexOf(freed);
    for (int first = Math.max(0, at - length + 1);
        first <= at && first + length <= session.size();
        first++) {
      List<Slot> run = session.subList(first, first + length);
      if (run.get(0).start().isBefore(before) && free(run)) {
        return Optional.of(run);
      }
    }
    return Optional.empty();
  }

  private static boolean free(List<Slot> run) {
    for (int i = 0; i < run.size(); i++) {
      Slot slot = run.get(i);
      boolean gap = i > 0 && !run.get(i - 1).end().equals(slot.start());
      if (slot.closed() || slot.fullFor(Booker.anybody) || gap) {
        return false;
      }
    }
    return true;
  }
}
