package fr.porteouverte.slot;

import fr.porteouverte.permanence.Occurrence;
import fr.porteouverte.permanence.Occurrence.Piece;
import fr.porteouverte.permanence.Permanence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What would become of the rows of some days if a permanence were as somebody wishes. Pure. */
public final class Outlook {
  private final Permanence wished;
  private final List<Occurrence> calendar;
  private final List<SessionRow> sessions;
  private final List<SlotRow> slots;
  private final Instant now;
  private final SlotPlan plan;

  Outlook(
      Permanence wished,
      List<Occurrence> calendar,
      List<SessionRow> sessions,
      List<SlotRow> slots,
      Instant now) {
    this.wished = wished;
    this.calendar = calendar;
    this.sessions = sessions;
    this.slots = slots;
    this.now = now;
    this.plan = plan(slots);
  }

  /**
   * A slot as it would be.
   *
   * @param id null: it does not exist yet
   * @param left places that staff could book
   */
  public record FreeStart(
      @Nullable Long id, Instant sessionStart, Instant start, Instant end, int left) {}

  /**
   * Rows that somebody sits in, and that would close, or be too small.
   *
   * @return ids of slots
   */
  public Set<Long> inTheWay() {
    Set<Long> ids = new HashSet<>(plan.closedSlots);
    plan.tooSmall.forEach(row -> ids.add(row.id()));
    return ids;
  }

  /**
   * Sessions to come that the calendar would no longer have.
   *
   * @return their ids
   */
  public Set<Long> falling() {
    return Set.copyOf(plan.goneSessions);
  }

  /** Every row that there is now in these days. */
  public Set<Long> rows() {
    Set<Long> ids = new HashSet<>();
    slots.forEach(row -> ids.add(row.id()));
    return ids;
  }

  /** Ids of the sessions that stay, by the start that they would have. */
  public Map<Instant, Long> sessionIds() {
    return plan.sessionIds;
  }

  /**
   * The open slots by start, once these seats are given back.
   *
   * @param leaving how many of each slot
   */
  public List<FreeStart> after(Map<Long, Integer> leaving) {
    List<SlotRow> rows =
        slots.stream().map(row -> row.without(leaving.getOrDefault(row.id(), 0))).toList();
    SlotPlan then = plan(rows);
    Map<Piece, Instant> pieces = new HashMap<>();
    pieces(pieces);
    SlotCapacity places = SlotCapacity.of(wished);
    List<FreeStart> open = new ArrayList<>();
    for (SlotRow row : rows) {
      Instant session = pieces.get(new Piece(row.start(), row.end()));
      if (session != null) {
        int left = places.forA(Booker.staff) - row.taken();
        open.add(new FreeStart(row.id(), session, row.start(), row.end(), left));
      }
    }
    then.newSlots.forEach(
        slot ->
            open.add(
                new FreeStart(
                    null,
                    slot.sessionStart(),
                    slot.piece().start(),
                    slot.piece().end(),
                    places.forA(Booker.staff))));
    open.sort(Comparator.comparing(FreeStart::start));
    return open;
  }

  private void pieces(Map<Piece, Instant> pieces) {
    if (slotMinutes() > 0) {
      for (Occurrence session : calendar) {
        session.slots(wished.slotMinutes()).forEach(piece -> pieces.put(piece, session.start()));
      }
    }
  }

  private SlotPlan plan(List<SlotRow> rows) {
    return new SlotPlan(calendar, slotMinutes(), SlotCapacity.of(wished), sessions, rows, now);
  }

  private int slotMinutes() {
    return wished.mode().takesAppointments() ? wished.slotMinutes() : 0;
  }
}
