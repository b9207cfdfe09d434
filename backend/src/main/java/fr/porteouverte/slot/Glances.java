package fr.porteouverte.slot;

import fr.porteouverte.database.Edition;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A look at one slot before anything is written or locked: it saves those who come too late the
 * whole way. Whoever takes a place looks again under the lock.
 */
@ApplicationScoped
public class Glances {
  @Inject EntityManager database;
  @Inject Edition edition;

  /**
   * A slot as it was just now.
   *
   * @param keyed the request's key made something before: the answer is that, whatever is free
   */
  public record Glance(SlotRef place, boolean open, boolean keyed, SlotCapacity of, int taken) {

    /** Nobody of this kind could take a place, and none of those that are taken has expired. */
    public boolean fullFor(Booker who) {
      return taken >= of.forA(who);
    }
  }

  private record Row(
      long sessionId,
      long permanenceId,
      Instant startAt,
      Instant endAt,
      int capacity,
      int keptPhone,
      int keptWalkIn,
      int taken,
      @Nullable Instant nextExpiry,
      boolean closed,
      long keyed,
      long mark) {}

  public Optional<Glance> at(long slotId, Idempotency.Token token, Instant now) {
    return Sql.of(
            database,
            "select s.session_id, s.permanence_id, s.start_at, s.end_at, s.capacity, s.kept_phone,"
                + " s.kept_walk_in, s.taken, s.next_expiry, s.closed, (select count(*) from"
                + " idempotency i where i.scope = :scope and i.idempotency_key = :key) as keyed, "
                + edition.mark()
                + " as mark from slot s where s.id = :id")
        .with("id", slotId)
        .with("scope", token.scope())
        .with("key", token.key() == null ? "" : token.key())
        .apart()
        .first(Row.class)
        .map(row -> glance(slotId, row, now));
  }

  private Glance glance(long slotId, Row row, Instant now) {
    edition.seen(row.mark());
    boolean expired = row.nextExpiry() != null && !row.nextExpiry().isAfter(now);
    return new Glance(
        new SlotRef(slotId, row.sessionId(), row.permanenceId(), row.startAt(), row.endAt()),
        !row.closed() && row.startAt().isAfter(now),
        row.keyed() > 0,
        new SlotCapacity(row.capacity(), row.keptPhone(), row.keptWalkIn()),
        expired ? 0 : row.taken());
  }
}
