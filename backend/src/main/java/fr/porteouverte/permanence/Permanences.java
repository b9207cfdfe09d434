package fr.porteouverte.permanence;

import fr.porteouverte.database.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All permanences. */
@ApplicationScoped
public class Permanences implements PanacheRepository<Permanence> {

  private static final String OFFER =
      "select new fr.porteouverte.permanence.Offer(p.id, s.id, s.zone, p.partner.id,"
          + " p.terms.slotMinutes, p.terms.noticeMinutes, p.terms.horizonDays)";

  private static final String OFFERED =
      " from Permanence p join p.site s join p.procedures d"
          + " where p.terms.mode <> fr.porteouverte.site.OpeningMode.walkIn"
          // A workshop is found once its event is published. Events lie above this room.
          + " and (p.eventId is null or exists (select 1 from Event e where e.id = p.eventId"
          + " and e.published))";

  private static final String OFFERS = OFFER + OFFERED + " and d.id = :procedure";

  private record Offered(long procedureId, Offer offer) {}

  /** What can be booked at a house, by procedure; its offers by the id of their permanence. */
  public Map<Long, List<Offer>> offersAt(long siteId) {
    return getEntityManager()
        .createQuery(
            OFFER.replace("select new", "select d.id, new")
                + OFFERED
                + " and s.id = :site order by p.id",
            Offered.class)
        .setParameter("site", siteId)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                Offered::procedureId,
                Collectors.mapping(Offered::offer, Collectors.toUnmodifiableList())));
  }

  /** Where a procedure can be booked, among some houses. */
  public List<Offer> offers(Collection<Long> siteIds, long procedureId) {
    return getEntityManager()
        .createQuery(OFFERS + " and s.id in :sites order by p.id", Offer.class)
        .setParameter("procedure", procedureId)
        .setParameter("sites", siteIds)
        .getResultList();
  }

  /** One permanence, if the procedure can be booked with it. */
  public Optional<Offer> offer(long permanenceId, long procedureId) {
    return getEntityManager()
        .createQuery(OFFERS + " and p.id = :permanence", Offer.class)
        .setParameter("procedure", procedureId)
        .setParameter("permanence", permanenceId)
        .getResultStream()
        .findFirst();
  }

  /**
   * By id, after one.
   *
   * @param siteIds null: of all houses
   */
  public List<Permanence> after(long afterId, @Nullable Collection<Long> siteIds, int limit) {
    if (siteIds == null) {
      return find("id > ?1 order by id", afterId).page(0, limit).list();
    }
    return siteIds.isEmpty()
        ? List.of()
        : find("id > ?1 and site.id in ?2 order by id", afterId, siteIds).page(0, limit).list();
  }

  /** Ids of those that have no rows for the days before {@code until} yet, by id. */
  public List<Long> notMaterialised(LocalDate until, long afterId, int limit) {
    return getEntityManager()
        .createQuery(
            "select p.id from Permanence p where p.id > :after"
                + " and (p.materialisedUntil is null or p.materialisedUntil < :until)"
                + " order by p.id",
            Long.class)
        .setParameter("after", afterId)
        .setParameter("until", until)
        .setMaxResults(limit)
        .getResultList();
  }

  /** With their partners, by id. */
  public List<Permanence> at(long siteId) {
    return list(
        "from Permanence p left join fetch p.partner where p.site.id = ?1 order by p.id", siteId);
  }

  /** Those that take appointments and are not over, with partners and procedures, by id. */
  public List<Permanence> bookableAt(long siteId, LocalDate notOverOn) {
    return list(
        "select distinct p from Permanence p join fetch p.procedures left join fetch p.partner"
            + " where p.site.id = ?1 and (p.untilDate is null or p.untilDate >= ?2)"
            + " and p.terms.mode <> fr.porteouverte.site.OpeningMode.walkIn order by p.id",
        siteId,
        notOverOn);
  }

  /** At the houses that the public sees, workshops left aside, by id. */
  public List<Permanence> openToAll(LocalDate notOverOn) {
    return list(
        "from Permanence p join fetch p.site s left join fetch p.partner where s.live"
            + " and s.archivedAt is null and p.eventId is null"
            + " and (p.untilDate is null or p.untilDate >= ?1) order by p.id",
        notOverOn);
  }

  /** One with all that was cut off from it, now or earlier. */
  public List<Permanence> withFollowers(long id) {
    List<Permanence> family = new ArrayList<>();
    List<Permanence> some = list("id", id);
    while (!some.isEmpty()) {
      family.addAll(some);
      some = list("follows in ?1", some);
    }
    return family;
  }

  public List<Long> idsAt(long siteId) {
    return getEntityManager()
        .createQuery(
            "select p.id from Permanence p where p.site.id = :site order by p.id", Long.class)
        .setParameter("site", siteId)
        .getResultList();
  }

  /**
   * Waits until no other transaction materialises this permanence, then reads it as it is now. What
   * the caller changed is written first. Takes several in order of id.
   *
   * <p>An update, not a {@code select for update}: on PostgreSQL the latter would also stop those
   * who insert a row that refers to this one, and bookings do.
   */
  public Permanence lock(long id) {
    getEntityManager().flush();
    Sql.of(
            getEntityManager(),
            "update permanence set materialised_until = materialised_until where id = :id")
        .with("id", id)
        .run();
    Permanence permanence = findById(id);
    getEntityManager().refresh(permanence);
    return permanence;
  }

  /** Notes that rows exist for the days before {@code until}. Never goes back. */
  public void materialised(long id, LocalDate until) {
    Sql.of(
            getEntityManager(),
            "update permanence set materialised_until = :until where id = :id"
                + " and (materialised_until is null or materialised_until < :until)")
        .with("id", id)
        .with("until", until)
        .run();
  }

  /** The closures of a house that touch some local days. */
  public List<ClosedTime> closures(long siteId, LocalDate from, LocalDate to) {
    return Sql.of(
            getEntityManager(),
            "select from_time, to_time from closure"
                + " where site_id = :site and to_time > :from and from_time < :to")
        .with("site", siteId)
        .with("from", from.atStartOfDay())
        .with("to", to.atStartOfDay())
        .list(Closure.class)
        .stream()
        .map(closure -> new ClosedTime(closure.fromTime(), closure.toTime()))
        .toList();
  }

  private record Closure(LocalDateTime fromTime, LocalDateTime toTime) {}
}
