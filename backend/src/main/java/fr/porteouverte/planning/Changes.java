package fr.porteouverte.planning;

import fr.porteouverte.access.Access;
import fr.porteouverte.booking.CancellationImpact;
import fr.porteouverte.booking.Change;
import fr.porteouverte.booking.Relocations;
import fr.porteouverte.booking.SeriesBookings;
import fr.porteouverte.booking.StandingBooking;
import fr.porteouverte.cancellation.Cancellations;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Etag;
import fr.porteouverte.http.Ids;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.PermanenceForm;
import fr.porteouverte.permanence.PermanenceView;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.site.Sites;
import fr.porteouverte.slot.CalendarCut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes a permanence together with those who are booked, in one transaction. The order: the locks
 * of the house and the permanence, the bookings that somebody decided about, all slots ahead and
 * those that somebody moves to, the house's queue when today changes, the bookings. From then on
 * nobody books in between, and whoever is touched without a decision refuses the whole.
 */
@ApplicationScoped
class Changes {
  @Inject Permanences permanences;
  @Inject Sites sites;
  @Inject Edits edits;
  @Inject Prospects prospects;
  @Inject Nearby nearby;
  @Inject SeriesBookings bookings;
  @Inject Relocations relocations;
  @Inject Cancellations cancellations;
  @Inject CalendarCut slots;
  @Inject SeriesWriter writer;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Clock clock;

  ChangeView change(ChangeRequest request, @Nullable String ifMatch) {
    return transactions.call(() -> changed(request, ifMatch));
  }

  /** All of a series, with no decision about anybody: refused as soon as one is needed. */
  ChangeView changeAll(long id, PermanenceForm form, @Nullable String ifMatch) {
    return transactions.call(
        () -> {
          Permanence seen = permanences.findByIdOptional(id).orElseThrow(NotFound::new);
          access.requireSite(seen.site().id());
          return changed(new ChangeRequest(Ids.of(id), Scope.all, null, form, null, null), ifMatch);
        });
  }

  private ChangeView changed(ChangeRequest request, @Nullable String ifMatch) {
    Permanence before = locked(Ids.parse(request.permanenceId()), ifMatch);
    Instant now = clock.instant();
    Decisions decisions = Decisions.read(request.all(), bookings);
    relocations.take(decisions.leaving());
    cancellations.lock(before, decisions.targets(relocations), now);

    Edit edit = edits.read(before, request.scope(), request.date(), request.form());
    Prospect prospect = prospects.of(edit);
    List<StandingBooking> touched = prospect.touched();
    List<StandingBooking> open = touched.stream().filter(b -> !decisions.about(b.id())).toList();
    if (!open.isEmpty()) {
      throw new DecisionsMissing(nearby.propose(prospect, open));
    }
    decisions.requireKept(prospect);
    Change by = Change.atCounter(access.caller().username(), false);
    List<StandingBooking> cancelled = decisions.cancelled(touched);
    List<StandingBooking> moving = decisions.moving(touched);
    CancellationImpact impact = cancellations.cancelOf(ids(cancelled), request.reason(), by);
    relocations.leave(ids(moving));
    writer.write(edit);
    moving.forEach(booking -> settle(booking, decisions, edit, by));
    return new ChangeView(
        PermanenceView.of(before),
        edit.cut() == null ? null : PermanenceView.of(edit.cut().second()),
        touched.size() - moving.size() - cancelled.size(),
        moving.size(),
        cancelled.size(),
        impact);
  }

  private Permanence locked(long id, @Nullable String ifMatch) {
    Permanence seen = permanences.findByIdOptional(id).orElseThrow(NotFound::new);
    access.requireOwn(seen.site().id());
    sites.lock(seen.site().id());
    Permanence permanence = permanences.lock(id);
    Etag.check(ifMatch, permanence.version());
    return permanence;
  }

  private void settle(StandingBooking booking, Decisions decisions, Edit edit, Change by) {
    String wanted = decisions.slot(booking.id());
    String slotId =
        FutureSlot.start(wanted)
            .map(
                start ->
                    slots
                        .slotAt(writer.permanences(edit), start)
                        .map(Ids::of)
                        .orElseThrow(() -> MoveRefused.gone(booking.reference())))
            .orElse(wanted);
    try {
      relocations.settle(booking.id(), slotId, by);
    } catch (ProblemException refused) {
      throw new MoveRefused(refused, booking.reference());
    }
  }

  private static List<Long> ids(List<StandingBooking> bookings) {
    return bookings.stream().map(StandingBooking::id).toList();
  }
}
