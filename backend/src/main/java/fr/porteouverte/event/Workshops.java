package fr.porteouverte.event;

import static java.util.Objects.requireNonNull;

import fr.porteouverte.http.Ids;
import fr.porteouverte.permanence.Particulars;
import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.PermanenceChanged;
import fr.porteouverte.permanence.PermanenceEnding;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.permanence.RecurrenceRule;
import fr.porteouverte.permanence.Schedule;
import fr.porteouverte.permanence.Terms;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;

/**
 * A workshop is a permanence of one date whose one slot is as long as the session and has a place
 * for each: so it is booked, moved, reminded and marked by what does so for everything else. All
 * this happens in the caller's transaction, under the event's lock.
 */
@ApplicationScoped
public class Workshops {
  private static final int CHANGE_UNTIL_MINUTES = 60;

  @Inject WorkshopReader reader;
  @Inject WorkshopProcedures procedures;
  @Inject Permanences permanences;
  @Inject Sites sites;
  @Inject Events events;
  @Inject EventSessions sessions;
  @Inject jakarta.enterprise.event.Event<PermanenceChanged> changed;
  @Inject jakarta.enterprise.event.Event<PermanenceEnding> ending;

  /**
   * By an owner of the event, which is made for that house from now on.
   *
   * @throws ProblemException conflict, when the house is closed then
   */
  public EventSessionView add(Event event, WorkshopForm form) {
    EventSessionView made = join(event, form);
    events.madeFor(event, Ids.parse(made.siteId()));
    return made;
  }

  /** The same by the manager of a house that only takes part. */
  EventSessionView join(Event event, WorkshopForm form) {
    WorkshopReader.Entry entry = reader.read(event, form);
    Procedure procedure =
        entry.procedure() != null
            ? entry.procedure()
            : procedures.of(entry.title(), entry.partner(), entry.minutes());
    sites.lock(entry.site().id());
    Permanence permanence = new Permanence(entry.site(), entry.partner());
    permanence.belongTo(event.id());
    permanence.describe(new Particulars(entry.title(), entry.room(), Particulars.CONFIRM_HOURS));
    permanence.schedule(
        new Schedule(
            RecurrenceRule.parse("FREQ=DAILY;COUNT=1"),
            entry.date(),
            entry.date(),
            entry.from(),
            entry.to(),
            true));
    permanence.offer(
        new Terms(
            entry.mode(),
            entry.minutes(),
            entry.capacity(),
            0,
            Terms.WINDOW_DAYS,
            CHANGE_UNTIL_MINUTES));
    permanence.procedures(List.of(procedure));
    permanences.persistAndFlush(permanence);
    changed.fire(new PermanenceChanged(permanence.id()));
    return sessions.ofWorkshop(permanence.id()).stream()
        .filter(made -> lasts(made).equals(Duration.ofMinutes(entry.minutes())))
        .findFirst()
        .orElseThrow(Workshops::closed);
  }

  EventSessionView again(long permanenceId) {
    return sessions.ofWorkshop(permanenceId).stream().findFirst().orElseThrow(NotFound::new);
  }

  private static Duration lasts(EventSessionView session) {
    return Duration.between(session.start(), session.end());
  }

  private static ProblemException closed() {
    return new ProblemException(
        ProblemType.CONFLICT,
        "La maison est fermée à ce moment.",
        "The house is closed at that time.");
  }

  /**
   * @throws ProblemException conflict, when somebody ever booked it
   */
  void remove(Permanence workshop) {
    long event = requireNonNull(workshop.eventId());
    long site = workshop.site().id();
    sites.lock(site);
    ending.fire(new PermanenceEnding(workshop.id()));
    permanences.delete(workshop);
    try {
      permanences.flush();
    } catch (ConstraintViolationException referred) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "Des rendez-vous, même annulés, y renvoient : annulez plutôt la séance.",
          "Bookings, cancelled ones too, refer to it: cancel its session instead.");
    }
    events.leave(event, site);
  }

  void removeAll(Event event) {
    permanences.list("eventId = ?1 order by site.id, id", event.id()).forEach(this::remove);
  }
}
