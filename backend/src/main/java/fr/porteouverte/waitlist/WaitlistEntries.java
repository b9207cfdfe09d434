package fr.porteouverte.waitlist;

import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.BookingState;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All who wait for an earlier place. */
@ApplicationScoped
public class WaitlistEntries implements PanacheRepository<WaitlistEntry> {
  private static final int AT_ONCE = 20;

  boolean anyAt(long siteId) {
    return find("siteId", siteId).page(0, 1).firstResultOptional().isPresent();
  }

  boolean has(long bookingId) {
    return count("bookingId", bookingId) > 0;
  }

  /** When the last of those who wait at a house has the appointment. */
  Optional<Instant> latest(long siteId) {
    return Optional.ofNullable(
        getEntityManager()
            .createQuery(
                "select max(b.start) from WaitlistEntry w join Booking b on b.id = w.bookingId"
                    + " where w.siteId = :site",
                Instant.class)
            .setParameter("site", siteId)
            .getSingleResult());
  }

  void end(long bookingId) {
    delete("bookingId", bookingId);
  }

  /** Those of appointments that began wait for nothing any more. */
  long endPast(Instant now) {
    return delete("bookingId in (select b.id from Booking b where b.start <= ?1)", now);
  }

  /** The longest visit that somebody waits for at a house. */
  Optional<Duration> longest(long siteId) {
    return Optional.ofNullable(
            getEntityManager()
                .createQuery(
                    "select max(coalesce(a.durationMinutes, d.durationMinutes)) from WaitlistEntry"
                        + " w join Procedure d on d.id = w.procedureId left join"
                        + " ProcedureAdaptation a on a.procedure = d and a.siteId = w.siteId where"
                        + " w.siteId = :site",
                    Integer.class)
                .setParameter("site", siteId)
                .getSingleResult())
        .map(Duration::ofMinutes);
  }

  /**
   * The bookings that may be offered a place of a permanence, the oldest entry first: they stand
   * later than the place, have no live offer, and had few enough since. Read some at a time, as the
   * first one is taken as a rule.
   *
   * @param later than this
   * @param since start of the house's local day
   * @param most offers since then
   */
  Stream<Booking> inOrder(long siteId, long permanenceId, Instant later, Instant since, int most) {
    return Stream.iterate(0, first -> first + AT_ONCE)
        .map(first -> inOrder(siteId, permanenceId, later, since, most, first))
        .takeWhile(some -> !some.isEmpty())
        .flatMap(List::stream);
  }

  private List<Booking> inOrder(
      long siteId, long permanenceId, Instant later, Instant since, int most, int first) {
    return getEntityManager()
        .createQuery(
            "select b from WaitlistEntry w join Booking b on b.id = w.bookingId"
                + " join fetch b.procedure join fetch b.permanence where w.siteId = :site"
                + " and b.site.id = :site and b.state = :booked and b.start > :later"
                + " and w.procedureId in (select d.id from Permanence p join p.procedures d"
                + " where p.id = :permanence)"
                + " and not exists (select 1 from WaitlistOffer o where o.bookingId = b.id"
                + " and o.live = true)"
                + " and (select count(*) from WaitlistOffer t where t.bookingId = b.id"
                + " and t.offeredAt >= :since) < :most order by w.askedAt, w.id",
            Booking.class)
        .setParameter("site", siteId)
        .setParameter("permanence", permanenceId)
        .setParameter("booked", BookingState.booked)
        .setParameter("later", later)
        .setParameter("since", since)
        .setParameter("most", (long) most)
        .setFirstResult(first)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }
}
