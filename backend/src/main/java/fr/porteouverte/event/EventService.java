package fr.porteouverte.event;

import fr.porteouverte.access.Access;
import fr.porteouverte.access.CurrentAgent;
import fr.porteouverte.access.Role;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.database.TryAgain;
import fr.porteouverte.http.Etag;
import fr.porteouverte.problem.InvalidRequest;
import fr.porteouverte.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Enters, changes and removes events. Whoever changes one or its workshops locks it first. */
@ApplicationScoped
public class EventService {
  @Inject Events events;
  @Inject EventSessions sessions;
  @Inject EventRights rights;
  @Inject Workshops workshops;
  @Inject Access access;
  @Inject Transactions transactions;
  @Inject Idempotency idempotency;
  @Inject Clock clock;

  /** What people see: published and not over in any of our zones. */
  public List<EventView> published() {
    LocalDate today = clock.instant().atOffset(ZoneOffset.ofHours(-12)).toLocalDate();
    return transactions.call(() -> views(events.published(today)));
  }

  /** What the caller prepares or prepared, the latest first. */
  List<EventView> mine() {
    CurrentAgent caller = access.caller();
    return transactions.call(
        () ->
            views(
                caller.is(Role.ADMIN)
                    ? events.all()
                    : events.of(caller.username(), caller.sitesRun())));
  }

  EventView get(String code) {
    return transactions.call(
        () -> {
          Event event = events.byCode(code).orElseThrow(NotFound::new);
          rights.requireSeen(event);
          return seen(event);
        });
  }

  EventView create(EventForm form, Idempotency.Token token) {
    EventReader.Entry entry = EventReader.read(form, today());
    return transactions.call(
        () -> {
          var before = idempotency.before(token);
          if (before.isPresent()) {
            return seen(
                events.findByIdOptional(Long.valueOf(before.get())).orElseThrow(NotFound::new));
          }
          Event event = enter(EventReader.slug(entry.title().fr()), entry);
          idempotency.made(token, Long.toString(event.id()));
          return seen(event);
        });
  }

  private Event enter(String wish, EventReader.Entry entry) {
    Set<String> taken = events.codes(wish);
    String code = wish;
    for (int n = 2; taken.contains(code); n++) {
      code = wish + "-" + n;
    }
    Event event = new Event(code, access.caller().username());
    write(event, entry);
    try {
      events.persistAndFlush(event);
    } catch (ConstraintViolationException clash) {
      throw new TryAgain("this code was taken meanwhile");
    }
    return event;
  }

  EventView change(String code, @Nullable String ifMatch, EventForm form) {
    EventReader.Entry entry = EventReader.read(form, today());
    return transactions.call(
        () -> {
          Event event = mine(code);
          Etag.check(ifMatch, event.version());
          requireRoomForWorkshops(event, entry);
          write(event, entry);
          events.flush();
          return seen(event);
        });
  }

  /** With its workshops, of which none was ever booked. */
  void remove(String code) {
    transactions.run(
        () -> {
          Event event = mine(code);
          rights.requireEachPart(event);
          workshops.removeAll(event);
          events.delete(event);
        });
  }

  private Event mine(String code) {
    Event event = events.locked(code).orElseThrow(NotFound::new);
    rights.requireOwn(event);
    return event;
  }

  private void requireRoomForWorkshops(Event event, EventReader.Entry entry) {
    List<LocalDate> days = events.days(event);
    if (days.isEmpty()) {
      return;
    }
    LocalDate first = days.get(0);
    LocalDate last = days.get(days.size() - 1);
    if (first.isBefore(entry.first()) || last.isAfter(entry.last())) {
      throw InvalidRequest.of(
          first.isBefore(entry.first()) ? "firstDate" : "lastDate",
          "Des ateliers ont lieu du " + first + " au " + last + ".",
          "There are workshops from " + first + " to " + last + ".");
    }
  }

  private static void write(Event event, EventReader.Entry entry) {
    event.describe(entry.title(), entry.summary());
    event.takePlace(entry.first(), entry.last());
    event.show(entry.published());
  }

  private LocalDate today() {
    return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private List<EventView> views(List<Event> some) {
    var all = sessions.of(some);
    var actions = rights.actions(some);
    return some.stream()
        .map(
            event ->
                EventView.of(
                    event,
                    all.getOrDefault(event.id(), List.of()),
                    actions.getOrDefault(event.id(), List.of())))
        .toList();
  }

  private EventView seen(Event event) {
    return views(List.of(event)).get(0);
  }
}
