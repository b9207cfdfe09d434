package fr.porteouverte.slot;

import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Slots whose rows the calendar took back: their session was cancelled, or the series changed.
 * Their ids are still on screens.
 */
@ApplicationScoped
public class GoneSlots {
  @Inject EntityManager database;

  /** Where and when it would have been. */
  public record GoneSlot(long siteId, Instant startAt) {}

  public Optional<GoneSlot> find(long id) {
    return Sql.of(database, "select site_id, start_at from gone_slot where id = :id")
        .with("id", id)
        .first(GoneSlot.class);
  }

  /** Just before their rows are deleted. */
  void keep(Collection<Long> slotIds) {
    if (!slotIds.isEmpty()) {
      Sql.of(
              database,
              "insert into gone_slot (id, site_id, start_at) select s.id, p.site_id, s.start_at from"
                  + " slot s join permanence p on p.id = s.permanence_id where s.id in (:slots)")
          .with("slots", slotIds)
          .run();
    }
  }

  void forgetBefore(Instant instant) {
    Sql.of(database, "delete from gone_slot where start_at < :before")
        .with("before", instant)
        .run();
  }
}
