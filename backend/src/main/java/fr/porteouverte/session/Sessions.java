package fr.porteouverte.session;

import fr.porteouverte.database.Sql;
import fr.porteouverte.permanence.Host;
import fr.porteouverte.problem.NotFound;
import fr.porteouverte.site.OpeningMode;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All sessions. */
@ApplicationScoped
public class Sessions implements PanacheRepository<Session> {

  /**
   * The calendar took a session back, and nobody has a place in it any more: it stays because it
   * was promised to somebody, and will not take place. (Bookings lie above this room.)
   */
  static final String TAKEN_BACK =
      "(s.withdrawn and not exists (select 1 from Booking b join Slot l on l.id = b.slotId where"
          + " l.sessionId = s.id and b.state <> fr.porteouverte.booking.BookingState.cancelled))";

  /** The same with those that only stay for the people who have a seat. */
  public List<Session> withWithdrawn(long siteId, Instant from, Instant before) {
    return list(
        "from Session s join fetch s.permanence p left join fetch p.partner"
            + " where s.siteId = ?1 and s.start >= ?2 and s.start < ?3 order by s.start, s.id",
        siteId,
        from,
        before);
  }

  /** Those of a house's calendar that begin in a time, by start. */
  public List<Session> at(long siteId, Instant from, Instant before) {
    return list(
        "from Session s join fetch s.permanence p left join fetch p.partner"
            + " where s.siteId = ?1 and s.start >= ?2 and s.start < ?3 and not s.withdrawn"
            + " order by s.start, s.id",
        siteId,
        from,
        before);
  }

  /** The same with those that were promised and that the calendar took back. */
  public List<Session> promised(long siteId, Instant from, Instant before) {
    return list(
        "from Session s join fetch s.permanence p left join fetch p.partner"
            + " where s.siteId = ?1 and s.start >= ?2 and s.start < ?3 and (not s.withdrawn or "
            + TAKEN_BACK
            + ") order by s.start, s.id",
        siteId,
        from,
        before);
  }

  /** From when to when one is. */
  public record Time(Instant start, Instant end) {}

  /**
   * When a house's own clerks see whoever comes, beyond what its hours say: those not over that
   * begin before an instant. Workshops are for who has a place in them.
   */
  public List<Time> ofTheHouse(long siteId, Instant now, Instant before) {
    return getEntityManager()
        .createQuery(
            "select s.start, coalesce(s.stoppedAt, s.end) from Session s join s.permanence p where s.siteId = :site and"
                + " coalesce(s.stoppedAt, s.end) > :now and s.start < :before and p.host = :house and p.eventId is null and"
                + " p.terms.mode <> :appointment and s.state <> :cancelled and not s.withdrawn and"
                + " (s.partnerAttendance is null or s.partnerAttendance <> :absent)",
            Time.class)
        .setParameter("site", siteId)
        .setParameter("now", now)
        .setParameter("before", before)
        .setParameter("house", Host.house)
        .setParameter("appointment", OpeningMode.appointment)
        .setParameter("cancelled", SessionState.cancelled)
        .setParameter("absent", PartnerAttendance.absent)
        .getResultList();
  }

  /** The one of a permanence that has an instant in it. */
  public Optional<Session> running(long permanenceId, Instant at) {
    return find(
            "permanence.id = ?1 and start <= ?2 and end > ?2 order by withdrawn, id",
            permanenceId,
            at)
        .firstResultOptional();
  }

  /** Whether any of a house runs at an instant. */
  public boolean anyAt(long siteId, Instant now) {
    return count(
            "siteId = ?1 and start <= ?2 and coalesce(stoppedAt, end) > ?2 and state <> ?3 and not withdrawn and"
                + " (partnerAttendance is null or partnerAttendance <> ?4)",
            siteId,
            now,
            SessionState.cancelled,
            PartnerAttendance.absent)
        > 0;
  }

  /** Those of a permanence's local day that the calendar has, by start. */
  public List<Session> of(long permanenceId, LocalDate date) {
    return list(
        "from Session s join fetch s.permanence p where p.id = ?1 and s.date = ?2"
            + " and not s.withdrawn order by s.start, s.id",
        permanenceId,
        date);
  }

  /** Whether a permanence has one on a local day that is not over, taken back or not. */
  public boolean hasOn(long permanenceId, LocalDate date, Instant now) {
    return count("permanence.id = ?1 and date = ?2 and end > ?3", permanenceId, date, now) > 0;
  }

  /**
   * Where a session belongs, before any lock and without an entity.
   *
   * @param partnerId null: the house's own clerks
   */
  public record Ref(
      long id, long permanenceId, long siteId, @Nullable Long partnerId, LocalDate date) {}

  public Optional<Ref> ref(long id) {
    return getEntityManager()
        .createQuery(
            "select new fr.porteouverte.session.Sessions$Ref(s.id, p.id, s.siteId, p.partner.id,"
                + " s.date) from Session s join s.permanence p where s.id = :id",
            Ref.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /**
   * Read anew under its lock, which follows the series' lock (see {@link SessionLocks}) and
   * precedes the bookings'.
   */
  public Session locked(long id) {
    Session session = findByIdOptional(id).orElseThrow(NotFound::new);
    getEntityManager().refresh(session, LockModeType.PESSIMISTIC_WRITE);
    return session;
  }

  /**
   * Under its lock, by who does not hold the series' lock: the calendar may have taken it away. The
   * first that its transaction reads.
   */
  public Optional<Session> lockedIfThere(long id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** Ids of those to come that a partner has not confirmed, whose deadline is by an instant. */
  public List<Long> toConfirm(Instant now, Instant deadline) {
    return getEntityManager()
        .createQuery(
            "select s.id from Session s join s.permanence p where p.host = :host and s.state ="
                + " :planned and not s.withdrawn and s.start > :now and s.start <= :deadline +"
                + " p.particulars.confirmHours hour order by s.start, s.id",
            Long.class)
        .setParameter("host", Host.partner)
        .setParameter("planned", SessionState.planned)
        .setParameter("now", now)
        .setParameter("deadline", deadline)
        .getResultList();
  }

  /** Who held, or will hold, the one of the same permanence before this one. */
  public Optional<String> agentBefore(Session session) {
    return getEntityManager()
        .createQuery(
            "select s.agent from Session s where s.permanence = :permanence and s.agent is not null"
                + " and s.start < :start order by s.start desc",
            String.class)
        .setParameter("permanence", session.permanence())
        .setParameter("start", session.start())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Number of the last event that set it back to planned; 0: none did. */
  public long round(long id) {
    return Sql.of(
            getEntityManager(),
            "select coalesce(max(id), 0) from session_event where session_id = :id and kind"
                + " in ('unconfirmed', 'reinstated')")
        .with("id", id)
        .one(Long.class);
  }
}
