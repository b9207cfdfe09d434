package fr.porteouverte.booking.proof;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was taken, by address and by house. */
@ApplicationScoped
class TakenPlaces {
  private static final String STANDING = " and b.created_at > :since and b.state <> 'cancelled'";
  private static final String NO_CONTACT = " and b.email is null and b.phone is null";

  @Inject EntityManager database;

  long holdsFrom(String source, Instant now) {
    return Sql.of(
            database, "select count(*) from hold where taken_from = :source and expires_at > :now")
        .with("source", source)
        .with("now", now)
        .one(Long.class);
  }

  long bookingsFrom(String source, Instant since) {
    return bookings("b.taken_from = :source" + STANDING, since)
        .with("source", source)
        .one(Long.class);
  }

  long withoutContactFrom(String source, Instant since) {
    return bookings("b.taken_from = :source" + STANDING + NO_CONTACT, since)
        .with("source", source)
        .one(Long.class);
  }

  long withoutContactAt(long siteId, Instant since) {
    return bookings("b.site_id = :site and not b.proved" + STANDING + NO_CONTACT, since)
        .with("site", siteId)
        .one(Long.class);
  }

  private Sql bookings(String which, Instant since) {
    return Sql.of(database, "select count(*) from booking b where " + which).with("since", since);
  }

  /**
   * The places to come of a house.
   *
   * @param taken by whomever, now
   * @param unproved of these, by the unknown since that time
   */
  record House(long places, long taken, long unproved) {
    /** What the unknown may choose from: what is free, and what they have of it. */
    long open() {
      return places - taken + unproved;
    }
  }

  /**
   * @param but a hold that is about to become a booking; null: none
   */
  House house(long siteId, @Nullable UUID but, Instant since, Instant now) {
    long places =
        Sql.of(
                database,
                "select coalesce(sum(s.capacity), 0) from slot s join permanence p on p.id ="
                    + " s.permanence_id where p.site_id = :site and s.start_at > :now and not"
                    + " s.closed")
            .with("site", siteId)
            .with("now", now)
            .one(Long.class);
    Sql seats =
        Sql.of(
                database,
                "select count(*) as taken, coalesce(sum(case when (h.id is not null and not"
                    + " h.proved) or (b.id is not null and not b.proved and b.created_at > :since)"
                    + " then 1 else 0 end), 0) as unproved from seat e join slot s on s.id ="
                    + " e.slot_id join permanence p on p.id = s.permanence_id left join hold h on"
                    + " h.id = e.hold_id left join booking b on b.id = e.booking_id where p.site_id"
                    + " = :site and s.start_at > :now and not s.closed and (e.expires_at is null or"
                    + " e.expires_at > :now)"
                    + (but == null ? "" : " and (e.hold_id is null or e.hold_id <> :but)"))
            .with("site", siteId)
            .with("now", now)
            .with("since", since);
    Taken taken = (but == null ? seats : seats.with("but", but)).one(Taken.class);
    return new House(places, taken.taken(), taken.unproved());
  }

  private record Taken(long taken, long unproved) {}

  int forgetSources(Instant before) {
    return Sql.of(
            database,
            "update booking set taken_from = null where taken_from is not null and created_at <"
                + " :before")
        .with("before", before)
        .run();
  }
}
