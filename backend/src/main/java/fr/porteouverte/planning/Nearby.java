package fr.porteouverte.planning;

import fr.porteouverte.booking.StandingBooking;
import fr.porteouverte.http.Ids;
import fr.porteouverte.permanence.BookingWindow;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.ProcedureRef;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.slot.FreeSlots;
import fr.porteouverte.slot.Outlook;
import fr.porteouverte.slot.SlotView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Proposes to each who is touched the nearest equal slots that there will be after the change. */
@ApplicationScoped
class Nearby {
  private static final int PROPOSALS = 3;

  /** Of the house's other slots; some of them are none after the change. */
  private static final int ELSEWHERE = 12;

  @Inject FreeSlots free;
  @Inject Procedures procedures;
  @Inject Clock clock;

  /** The slots of one part, after the change. */
  private record Open(Permanence of, List<OpenRuns.OpenSlot> places) {}

  /**
   * @param these of the touched ones
   */
  List<TouchedView> propose(Prospect prospect, Collection<StandingBooking> these) {
    if (these.isEmpty()) {
      return List.of();
    }
    List<Open> open = open(prospect);
    Set<Long> changing = prospect.rows();
    Permanence series = prospect.edit().first();
    List<TouchedView> views = new ArrayList<>();
    for (StandingBooking booking : these) {
      Procedure procedure = procedures.findById(booking.procedureId());
      List<Candidate> found = new ArrayList<>();
      open.forEach(part -> found.addAll(inPart(part, procedure)));
      free.nearest(series.site(), procedure, booking.start(), ELSEWHERE).stream()
          .filter(slot -> !changing.contains(Ids.parse(slot.id())))
          .forEach(slot -> found.add(new Candidate(slot, List.of())));
      found.sort(
          Comparator.comparing(
              candidate ->
                  Duration.between(booking.start(), candidate.slot().start().toInstant()).abs()));
      List<Candidate> nearest = found.subList(0, Math.min(PROPOSALS, found.size()));
      // The first proposal is this one's: the next person is not proposed the same place first.
      nearest.stream().findFirst().ifPresent(best -> best.run().forEach(OpenRuns.OpenSlot::take));
      views.add(
          TouchedView.of(
              booking,
              ProcedureRef.of(procedure),
              prospect.mayKeep(booking),
              series.site().zone(),
              nearest.stream().map(Candidate::slot).toList()));
    }
    return views;
  }

  private record Candidate(SlotView slot, List<OpenRuns.OpenSlot> run) {}

  private static List<Open> open(Prospect prospect) {
    Map<Long, Integer> leaving = prospect.leaving();
    List<Open> open = new ArrayList<>();
    for (int i = 0; i < prospect.outlooks().size(); i++) {
      Outlook outlook = prospect.outlooks().get(i);
      open.add(
          new Open(
              prospect.edit().parts().get(i).wished(),
              outlook.after(leaving).stream().map(OpenRuns.OpenSlot::new).toList()));
    }
    return open;
  }

  private List<Candidate> inPart(Open part, Procedure procedure) {
    Permanence permanence = part.of();
    Instant now = clock.instant();
    Instant latest = BookingWindow.of(permanence, now).latest();
    if (permanence.procedures().stream().noneMatch(p -> p.id() == procedure.id())) {
      return List.of();
    }
    return OpenRuns.of(
            part.places(), procedure.at(permanence.site().id()).slots(permanence.slotMinutes()))
        .stream()
        .filter(run -> run.get(0).start().isAfter(now) && run.get(0).start().isBefore(latest))
        .map(run -> new Candidate(view(run, permanence, procedure), run))
        .toList();
  }

  private static SlotView view(
      List<OpenRuns.OpenSlot> run, Permanence permanence, Procedure procedure) {
    var zone = permanence.site().zone();
    OpenRuns.OpenSlot first = run.get(0);
    return new SlotView(
        first.id() == null ? FutureSlot.id(first.start()) : Ids.of(first.id()),
        Ids.of(permanence.site().id()),
        permanence.partner() == null ? null : Ids.of(permanence.partner().id()),
        Ids.of(procedure.id()),
        first.start().atZone(zone).toOffsetDateTime(),
        run.get(run.size() - 1).end().atZone(zone).toOffsetDateTime(),
        permanence.capacity() - permanence.keptWalkIn(),
        run.stream().mapToInt(OpenRuns.OpenSlot::left).min().orElse(0));
  }
}
