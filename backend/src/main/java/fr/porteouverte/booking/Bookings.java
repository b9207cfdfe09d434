package fr.porteouverte.booking;

import fr.porteouverte.booking.visitor.Contact;
import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Tally;
import fr.porteouverte.http.Ids;
import fr.porteouverte.problem.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All bookings. */
@ApplicationScoped
public class Bookings implements PanacheRepository<Booking> {

  /**
   * @param reference as people write it
   */
  public Optional<Booking> named(String reference) {
    return find("reference", Reference.normalise(reference)).firstResultOptional();
  }

  /**
   * @return the id as the API writes it; it never changes
   */
  public String procedureOf(long id) {
    return Ids.of(of(id, "procedure"));
  }

  /** The id of its house, which may change until the booking is locked. */
  public long siteOf(long id) {
    return of(id, "site");
  }

  private long of(long id, String what) {
    return getEntityManager()
        .createQuery("select b." + what + ".id from Booking b where b.id = :id", Long.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Ids of the appointments at a house that are still to come, ascending: the order of their locks.
   */
  public List<Long> coming(long siteId, Instant now) {
    return getEntityManager()
        .createQuery(
            "select b.id from Booking b where b.site.id = :site and b.state = :booked and b.start >"
                + " :now order by b.id",
            Long.class)
        .setParameter("site", siteId)
        .setParameter("booked", BookingState.booked)
        .setParameter("now", now)
        .getResultList();
  }

  /** No entity: whoever goes on takes locks first, and reads it under them. */
  Optional<Arrivals.Expected> expected(String reference) {
    return getEntityManager()
        .createQuery(
            "select new fr.porteouverte.booking.Arrivals$Expected(b.id, b.site.id, b.procedure.id,"
                + " b.permanence.id, b.start, b.state) from Booking b where b.reference = :reference",
            Arrivals.Expected.class)
        .setParameter("reference", reference)
        .getResultStream()
        .findFirst();
  }

  List<Arrivals.Person> people(Collection<Long> ids) {
    return getEntityManager()
        .createQuery(
            "select new fr.porteouverte.booking.Arrivals$Person(b.id, b.reference,"
                + " b.visitor.firstName, b.visitor.lastName, b.start) from Booking b"
                + " where b.id in :ids",
            Arrivals.Person.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  List<Agenda.Appointment> standing(long siteId, Instant from, Instant before) {
    return getEntityManager()
        .createQuery(
            "select b, s.sessionId from Booking b join fetch b.procedure left join Slot s on s.id ="
                + " b.slotId where b.site.id = :site and b.start >= :from and b.start < :before and"
                + " b.state <> :cancelled order by b.start, b.id",
            InSession.class)
        .setParameter("site", siteId)
        .setParameter("from", from)
        .setParameter("before", before)
        .setParameter("cancelled", BookingState.cancelled)
        .getResultStream()
        .map(found -> Agenda.Appointment.of(found.booking(), found.sessionId()))
        .toList();
  }

  List<Arrivals.Awaited> awaited(long siteId, Instant from, Instant before) {
    return getEntityManager()
        .createQuery(
            "select new fr.porteouverte.booking.Arrivals$Awaited(b.id, b.start, p, h) from Booking"
                + " b join b.procedure p join b.permanence h where b.site.id = :site and b.start >="
                + " :from and b.start < :before and b.state = :booked order by b.start, b.id",
            Arrivals.Awaited.class)
        .setParameter("site", siteId)
        .setParameter("from", from)
        .setParameter("before", before)
        .setParameter("booked", BookingState.booked)
        .getResultList();
  }

  Arrivals.Turnout turnout(long siteId, Instant from, Instant before) {
    return getEntityManager()
        .createQuery(
            "select new fr.porteouverte.booking.Arrivals$Turnout(count(b), count(case when b.state ="
                + " :arrived then 1 end)) from Booking b where b.site.id = :site and b.start >="
                + " :from and b.start < :before and b.state <> :cancelled",
            Arrivals.Turnout.class)
        .setParameter("site", siteId)
        .setParameter("from", from)
        .setParameter("before", before)
        .setParameter("arrived", BookingState.arrived)
        .setParameter("cancelled", BookingState.cancelled)
        .getSingleResult();
  }

  /**
   * @param sessionId null: its slot is no longer there
   */
  record InSession(Booking booking, @Nullable Long sessionId) {}

  /** Not cancelled, by start. */
  List<Booking> visitorsIn(long sessionId) {
    return getEntityManager()
        .createQuery(
            "select b from Booking b join fetch b.procedure join Slot s on s.id = b.slotId where"
                + " s.sessionId = :session and b.state <> :cancelled order by b.start, b.id",
            Booking.class)
        .setParameter("session", sessionId)
        .setParameter("cancelled", BookingState.cancelled)
        .getResultList();
  }

  /** Empty: the slot is no longer there. */
  Optional<Long> sessionOf(long slotId) {
    return getEntityManager()
        .createQuery("select s.sessionId from Slot s where s.id = :slot", Long.class)
        .setParameter("slot", slotId)
        .getResultStream()
        .findFirst();
  }

  /** How many stand in each session; a session without any is missing. */
  Map<Long, Integer> countIn(Collection<Long> sessionIds) {
    return Tally.countsById(
        getEntityManager()
            .createQuery(
                "select s.sessionId, count(b) from Booking b join Slot s on s.id = b.slotId where"
                    + " s.sessionId in :sessions and b.state <> :cancelled group by s.sessionId",
                Tally.class)
            .setParameter("sessions", sessionIds)
            .setParameter("cancelled", BookingState.cancelled)
            .getResultList());
  }

  /** How many places each session has; a session without slots is missing. */
  Map<Long, Integer> placesIn(Collection<Long> sessionIds) {
    return Tally.countsById(
        getEntityManager()
            .createQuery(
                "select s.sessionId, sum(case when s.closed then s.taken else s.capacity end) from"
                    + " Slot s where s.sessionId in :sessions group by s.sessionId",
                Tally.class)
            .setParameter("sessions", sessionIds)
            .getResultList());
  }

  /**
   * Others that stand and overlap this one, of who is reached at the same address: in another
   * house, or in the same one under the same name. A family shares a telephone.
   *
   * @param address an e-mail address or a number, as it is stored
   */
  List<Booking> atTheSameTime(Booking booking, String address) {
    return list(
        "from Booking b join fetch b.site where b.id <> ?1 and b.state = ?2 and b.start < ?3 and"
            + " b.end > ?4 and "
            + (address.contains("@") ? "b.visitor.email" : "b.visitor.phone")
            + " = ?5 and (b.site.id <> ?6 or (lower(b.visitor.firstName) = lower(?7) and"
            + " lower(b.visitor.lastName) = lower(?8))) order by b.start, b.id",
        booking.id(),
        BookingState.booked,
        booking.end(),
        booking.start(),
        address,
        booking.site().id(),
        booking.visitor().firstName(),
        booking.visitor().lastName());
  }

  /**
   * In whatever state, of a house.
   *
   * @param address an e-mail address or a number, as it is stored
   */
  List<Long> ofAddress(long siteId, String address, Instant from, Instant before) {
    return getEntityManager()
        .createQuery(
            "select b.id from Booking b where "
                + (address.contains("@") ? "b.visitor.email" : "b.visitor.phone")
                + " = ?1 and b.site.id = ?2 and b.start >= ?3 and b.start < ?4",
            Long.class)
        .setParameter(1, address)
        .setParameter(2, siteId)
        .setParameter(3, from)
        .setParameter(4, before)
        .getResultList();
  }

  /** With what is written about them. */
  List<Booking> whole(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : list(
            "from Booking b join fetch b.site join fetch b.procedure join fetch b.permanence left"
                + " join fetch b.partner where b.id in ?1",
            ids);
  }

  List<Booking> upcoming(long siteId, Instant from, Instant before) {
    return list(
        "from Booking b join fetch b.site where b.state = ?1 and b.start >= ?2 and b.start < ?3"
            + " and b.site.id = ?4 order by b.start, b.id",
        BookingState.booked,
        from,
        before,
        siteId);
  }

  /** Nobody said what became of it: who was marked was there, or is known not to come. */
  static final String UNMARKED =
      " and not exists (select 1 from attendance a where a.booking_id = b.id"
          + " and a.undone_at is null)";

  /** Ids of those who are booked in a session, not there yet, and whose time is not over. */
  public List<Long> standingIn(long sessionId, Instant now) {
    return Sql.of(
            getEntityManager(),
            "select distinct b.id from booking b join seat s on s.booking_id = b.id"
                + " join slot l on l.id = s.slot_id where l.session_id = :session"
                + " and b.state = 'booked' and b.end_at > :now"
                + UNMARKED
                + " order by b.id")
        .with("session", sessionId)
        .with("now", now)
        .list(Long.class);
  }

  /** Ids of those who lost their appointment with a session, and took no other one since. */
  public List<Long> cancelledWith(long sessionId) {
    return Sql.of(
            getEntityManager(),
            "select id from booking where cancelled_session_id = :session order by id")
        .with("session", sessionId)
        .list(Long.class);
  }

  /** The same of those whose time begins then or later, even if it is over by now. */
  public List<Long> standingFrom(long sessionId, Instant from) {
    return Sql.of(
            getEntityManager(),
            "select distinct b.id from booking b join seat s on s.booking_id = b.id"
                + " join slot l on l.id = s.slot_id where l.session_id = :session"
                + " and b.state = 'booked' and b.start_at >= :from"
                + UNMARKED
                + " order by b.id")
        .with("session", sessionId)
        .with("from", from)
        .list(Long.class);
  }

  /** Ids of those who are booked at a house, not there yet, in a time that is not over. */
  public List<Long> standingAt(long siteId, Instant from, Instant to, Instant now) {
    return Sql.of(
            getEntityManager(),
            "select b.id from booking b where b.site_id = :site and b.state = 'booked'"
                + " and b.start_at < :to and b.end_at > :from and b.end_at > :now"
                + UNMARKED
                + " order by b.id")
        .with("site", siteId)
        .with("from", from)
        .with("to", to)
        .with("now", now)
        .list(Long.class);
  }

  /** Ids after this one of bookings that ended before an instant and still say whose they were. */
  public List<Long> knownBefore(Instant before, long after, int limit) {
    return getEntityManager()
        .createQuery(
            "select b.id from Booking b where b.id > :after and b.end < :before and"
                + " b.visitor.lastName <> :erased order by b.id",
            Long.class)
        .setParameter("after", after)
        .setParameter("before", before)
        .setParameter("erased", Contact.ERASED)
        .setMaxResults(limit)
        .getResultList();
  }

  public void eraseVisitors(Collection<Long> ids) {
    Sql.of(
            getEntityManager(),
            "update booking set first_name = :erased, last_name = :erased, email = null, phone ="
                + " null, booked_by = null, cancellation_reason = case when cancellation_reason is null"
                + " then null else '' end, contact_by = 'none', secret_version = secret_version +"
                + " 1, version = version + 1 where id in (:ids)")
        .with("erased", Contact.ERASED)
        .with("ids", ids)
        .run();
  }

  /** Read again under its lock: after the slot locks, in the order of docs/architecture.md. */
  public Booking locked(long id) {
    Booking booking = findById(id);
    getEntityManager().refresh(booking, LockModeType.PESSIMISTIC_WRITE);
    return booking;
  }
}
