package fr.porteouverte.booking.release;

import fr.porteouverte.booking.Booking;
import fr.porteouverte.booking.BookingState;
import fr.porteouverte.database.Sql;
import fr.porteouverte.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the unknown have taken of a house, as far as it is known from where. */
@ApplicationScoped
class Suspects {
  private static final int MOST = 2_000;
  @Inject EntityManager database;
  @Inject Secrets secrets;

  List<SuspectView> at(long siteId, Instant now) {
    List<Booking> bookings =
        database
            .createQuery(
                "select b from Booking b join fetch b.procedure join fetch b.site where b.site.id ="
                    + " :site and b.takenFrom is not null and b.state = :booked and b.start > :now"
                    + " order by b.createdAt, b.id",
                Booking.class)
            .setParameter("site", siteId)
            .setParameter("booked", BookingState.booked)
            .setParameter("now", now)
            .setMaxResults(MOST)
            .getResultList();
    Map<Long, Booking> byId =
        bookings.stream().collect(Collectors.toMap(Booking::id, Function.identity()));
    return SuspectGroups.of(bookings.stream().map(Suspects::taken).toList(), holds(siteId, now))
        .stream()
        .map(group -> view(group, byId))
        .toList();
  }

  private static SuspectGroups.Taken taken(Booking booking) {
    return new SuspectGroups.Taken(
        booking.id(),
        Objects.requireNonNull(booking.takenFrom()),
        !booking.visitor().addresses().isEmpty(),
        booking.madeAt());
  }

  private SuspectView view(SuspectGroups.Group group, Map<Long, Booking> byId) {
    List<SuspectView.Suspect> bookings =
        group.bookings().stream()
            .map(id -> SuspectView.Suspect.of(Objects.requireNonNull(byId.get(id))))
            .toList();
    String id =
        group.source() == null ? "at-" + bookings.get(0).reference() : nameOf(group.source());
    return new SuspectView(id, group.kind(), group.holds(), bookings);
  }

  /** Nobody who reads it can look up an address by it, nor what it is kept as. */
  private String nameOf(String source) {
    return secrets.of("suspects", source, 9);
  }

  private record Held(String source, long number) {}

  private Map<String, Integer> holds(long siteId, Instant now) {
    return Sql.of(
            database,
            "select h.taken_from as source, count(*) as number from hold h join slot s on s.id ="
                + " h.slot_id join permanence p on p.id = s.permanence_id where p.site_id = :site"
                + " and h.taken_from is not null and h.expires_at > :now group by h.taken_from")
        .with("site", siteId)
        .with("now", now)
        .list(Held.class)
        .stream()
        .collect(Collectors.toMap(Held::source, held -> (int) held.number()));
  }

  /** Live holds of these groups. */
  List<UUID> holdsOf(Collection<String> groups, long siteId, Instant now) {
    List<String> sources =
        holds(siteId, now).keySet().stream()
            .filter(source -> groups.contains(nameOf(source)))
            .toList();
    return sources.isEmpty()
        ? List.of()
        : Sql.of(
                database,
                "select h.id from hold h join slot s on s.id = h.slot_id join permanence p on p.id"
                    + " = s.permanence_id where p.site_id = :site and h.taken_from in (:sources)"
                    + " and h.expires_at > :now order by h.id")
            .with("site", siteId)
            .with("sources", sources)
            .with("now", now)
            .list(UUID.class);
  }

  /** Of these bookings of the house those that the unknown made and that are still to come. */
  List<Long> standing(Collection<String> references, long siteId, Instant now) {
    return references.isEmpty()
        ? List.of()
        : database
            .createQuery(
                "select b.id from Booking b where b.reference in :references and b.site.id = :site"
                    + " and b.takenFrom is not null and b.state = :booked and b.start > :now order"
                    + " by b.id",
                Long.class)
            .setParameter("references", references)
            .setParameter("site", siteId)
            .setParameter("booked", BookingState.booked)
            .setParameter("now", now)
            .getResultList();
  }
}
