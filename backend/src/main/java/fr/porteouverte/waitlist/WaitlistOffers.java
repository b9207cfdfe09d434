package fr.porteouverte.waitlist;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All offers of earlier places, live and settled. */
@ApplicationScoped
public class WaitlistOffers implements PanacheRepository<WaitlistOffer> {

  /** What never changes of an offer, and so may be read before any lock. No entity. */
  record Ref(long id, long bookingId, long siteId, long slotId, Instant end, UUID holdId) {}

  /** The offer of this booking that is not settled; it may have expired. */
  Optional<WaitlistOffer> unsettled(long bookingId) {
    return find("bookingId = ?1 and live = true", bookingId).firstResultOptional();
  }

  Optional<Ref> unsettledRef(long bookingId) {
    return refs("o.bookingId = :key", bookingId, 1).stream().findFirst();
  }

  /** Those that expired and still keep their place, the oldest first. */
  List<Ref> expired(Instant now, int limit) {
    return refs("o.expiresAt <= :key", now, limit);
  }

  /** Those that somebody may take now, the soonest to expire first. */
  List<Ref> live(Instant now, int limit) {
    return refs("o.expiresAt > :key", now, limit);
  }

  private List<Ref> refs(String condition, Object key, int limit) {
    return getEntityManager()
        .createQuery(
            "select new fr.porteouverte.waitlist.WaitlistOffers$Ref(o.id, o.bookingId, o.siteId,"
                + " o.slotId, o.end, o.holdId) from WaitlistOffer o where o.live = true and "
                + condition
                + " order by o.expiresAt, o.id",
            Ref.class)
        .setParameter("key", key)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Of places whose time came before; nobody is offered them again. */
  long deletePast(Instant before) {
    return delete("live is null and start < ?1", before);
  }

  /** Nobody is offered the same place twice. */
  boolean knows(long bookingId, long slotId) {
    return count("bookingId = ?1 and slotId = ?2", bookingId, slotId) > 0;
  }
}
