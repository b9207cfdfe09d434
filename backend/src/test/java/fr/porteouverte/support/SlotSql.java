package fr.porteouverte.support;

import fr.porteouverte.permanence.Permanence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Looks at slot rows past the product, and takes places in them. */
@ApplicationScoped
public class SlotSql {
  private final EntityManager database;

  SlotSql(EntityManager database) {
    this.database = database;
  }

  public long id(Permanence permanence, Instant start) {
    return ((Number)
            database
                .createNativeQuery("select id from slot where permanence_id = :p and start_at = :s")
                .setParameter("p", permanence.id())
                .setParameter("s", start.atOffset(ZoneOffset.UTC))
                .getSingleResult())
        .longValue();
  }

  /**
   * Takes a place for a hold.
   *
   * @param expires null: in a hundred years, as a booking would
   */
  @Transactional
  public void seat(Permanence permanence, Instant start, int seat, Instant expires) {
    long slot = id(permanence, start);
    UUID hold = UUID.randomUUID();
    Object until =
        (expires == null ? Instant.parse("2126-01-01T00:00:00Z") : expires)
            .atOffset(ZoneOffset.UTC);
    database
        .createNativeQuery(
            "insert into hold (id, slot_id, procedure_id, browser, created_at, expires_at)"
                + " select :id, :slot, min(procedure_id), 'test', :until, :until"
                + " from permanence_procedure")
        .setParameter("id", hold)
        .setParameter("slot", slot)
        .setParameter("until", until)
        .executeUpdate();
    database
        .createNativeQuery(
            "insert into seat (slot_id, seat, hold_id, expires_at) values (:slot, :seat, :id, :until)")
        .setParameter("slot", slot)
        .setParameter("seat", seat)
        .setParameter("id", hold)
        .setParameter("until", until)
        .executeUpdate();
    database
        .createNativeQuery(
            "update slot set taken = taken + 1, next_expiry ="
                + " (select min(expires_at) from seat where slot_id = :slot) where id = :slot")
        .setParameter("slot", slot)
        .executeUpdate();
  }

  /** A booking that was given up: it has no seat any more. */
  @Transactional
  public void cancelledBooking(Permanence permanence, Instant start) {
    Object at = start.atOffset(ZoneOffset.UTC);
    database
        .createNativeQuery(
            "insert into booking (reference, state, site_id, procedure_id, permanence_id, slot_id,"
                + " start_at, end_at, first_name, last_name, language, contact_by, created_at,"
                + " updated_at) select 'ABCDEFGH', 'cancelled', site_id, d.procedure_id, p.id,"
                + " :slot, :at, :end, 'Ana', 'Lys', 'fr', 'none', :at, :at from permanence p"
                + " join permanence_procedure d on d.permanence_id = p.id where p.id = :p")
        .setParameter("slot", id(permanence, start))
        .setParameter("at", at)
        .setParameter("end", start.plusSeconds(1800).atOffset(ZoneOffset.UTC))
        .setParameter("p", permanence.id())
        .executeUpdate();
  }

  public long count(String table) {
    return ((Number) database.createNativeQuery("select count(*) from " + table).getSingleResult())
        .longValue();
  }

  /** Starts of a permanence's rows with a condition, by start. */
  @SuppressWarnings("unchecked")
  public List<Instant> starts(Permanence permanence, String condition) {
    return database
        .createQuery(
            "select s.start from Slot s where s.permanenceId = :p and "
                + condition
                + " order by s.start",
            Instant.class)
        .setParameter("p", permanence.id())
        .getResultList();
  }
}
