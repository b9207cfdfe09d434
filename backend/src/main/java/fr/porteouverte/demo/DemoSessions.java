package fr.porteouverte.demo;

import fr.porteouverte.access.Colleagues;
import fr.porteouverte.booking.BookingRegister;
import fr.porteouverte.booking.VisitorRequest;
import fr.porteouverte.http.Ids;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.SessionLoads;
import fr.porteouverte.session.SessionService;
import fr.porteouverte.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the partners' next days look like a life: some people are booked in the next session of
 * each permanence, and what should be confirmed by now is, but one.
 */
@ApplicationScoped
class DemoSessions {
  private static final Duration AHEAD = Duration.ofDays(14);

  /** The first slot stays free: who tries the product books it. */
  private static final List<Integer> SLOTS = List.of(1, 2, 4);

  private static final List<VisitorRequest> PEOPLE =
      List.of(visitor("Odette", "Lemoine"), visitor("Amadou", "Diallo"), visitor("Chloé", "Marie"));

  @Inject DemoHouses houses;
  @Inject Sessions sessions;
  @Inject SessionService service;
  @Inject SessionLoads loads;
  @Inject BookingRegister bookings;
  @Inject Colleagues colleagues;
  @Inject EntityManager database;
  @Inject Clock clock;

  private static VisitorRequest visitor(String first, String last) {
    return new VisitorRequest(first, last, null, null, "fr", null, null);
  }

  /** To be asked once the sessions have their rows. */
  void ensure() {
    Instant now = clock.instant();
    List<Session> coming =
        houses.all().stream()
            .flatMap(house -> sessions.at(house.id(), now, now.plus(AHEAD)).stream())
            .filter(session -> session.permanence().partner() != null)
            .sorted(Comparator.comparing(Session::start).thenComparing(Session::id))
            .toList();
    Set<Long> filled = new HashSet<>();
    for (Session session : coming) {
      if (filled.add(session.permanence().id())) {
        fill(session);
      }
    }
    List<Session> overdue = coming.stream().filter(one -> one.unconfirmed(now)).toList();
    for (Session session : overdue.subList(0, Math.max(0, overdue.size() - 1))) {
      agent(session).ifPresent(username -> service.confirm(session.id(), username, now));
    }
  }

  private Optional<String> agent(Session session) {
    return Optional.ofNullable(session.permanence().partner())
        .flatMap(
            partner -> colleagues.ofPartner(partner.id(), session.siteId()).stream().findFirst())
        .map(Colleagues.Person::username);
  }

  private void fill(Session session) {
    List<Long> slots =
        database
            .createQuery(
                "select s.id from Slot s where s.sessionId = :session and not s.closed order by"
                    + " s.start",
                Long.class)
            .setParameter("session", session.id())
            .getResultList();
    int booked =
        loads.of(List.of(session.id())).getOrDefault(session.id(), SessionLoads.Load.NONE).booked();
    if (booked > 0 || slots.size() <= SLOTS.get(SLOTS.size() - 1) + 2) {
      return;
    }
    // What fits into one slot, so that nobody's next one is needed.
    Optional<Procedure> what =
        session.permanence().procedures().stream()
            .filter(
                one ->
                    one.at(session.permanence().site().id())
                            .slots(session.permanence().slotMinutes())
                        == 1)
            .min(Comparator.comparing(Procedure::id));
    for (int i = 0; i < PEOPLE.size() && what.isPresent(); i++) {
      bookings.book(
          Ids.of(slots.get(SLOTS.get(i))), Ids.of(what.get().id()), PEOPLE.get(i), "demo");
    }
  }
}
