package fr.porteouverte.planning;

import fr.porteouverte.slot.Outlook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a visit of several slots fits after a change. */
final class OpenRuns {
  private OpenRuns() {}

  /** A slot after the change, of whose places some may be promised already. */
  static final class OpenSlot {
    private final Outlook.FreeStart slot;
    private int promised;

    OpenSlot(Outlook.FreeStart slot) {
      this.slot = slot;
    }

    void take() {
      promised++;
    }

    int left() {
      return slot.left() - promised;
    }

    @Nullable Long id() {
      return slot.id();
    }

    Instant start() {
      return slot.start();
    }

    Instant end() {
      return slot.end();
    }
  }

  /**
   * @param places by start
   * @return runs without a gap, within one session, with a place left in each slot
   */
  static List<List<OpenSlot>> of(List<OpenSlot> places, int length) {
    List<List<OpenSlot>> runs = new ArrayList<>();
    for (int first = 0; first + length <= places.size(); first++) {
      List<OpenSlot> run = places.subList(first, first + length);
      if (joined(run)) {
        runs.add(List.copyOf(run));
      }
    }
    return runs;
  }

  private static boolean joined(List<OpenSlot> run) {
    OpenSlot before = null;
    for (OpenSlot place : run) {
      boolean gap =
          before != null
              && !(before.end().equals(place.start())
                  && before.slot.sessionStart().equals(place.slot.sessionStart()));
      if (gap || place.left() < 1) {
        return false;
      }
      before = place;
    }
    return true;
  }
}
