package fr.porteouverte.event;

import fr.porteouverte.database.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All events. */
@ApplicationScoped
public class Events implements PanacheRepository<Event> {
  private static final int MOST = 200;

  /**
   * A house with a workshop of an event.
   *
   * @param madeFor false: its manager put one into the published event of others
   */
  record Place(long eventId, long siteId, String siteName, boolean madeFor) {}

  public Optional<Event> byCode(String code) {
    return find("code", code).firstResultOptional();
  }

  /** The same, until the transaction ends nobody else changes it or its workshops. */
  Optional<Event> locked(String code) {
    return find("code", code).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** What people see, by date. */
  public List<Event> published(LocalDate notOverOn) {
    return find("published and lastDate >= ?1 order by firstDate, id", notOverOn)
        .page(0, MOST)
        .list();
  }

  /** The latest first. */
  List<Event> all() {
    return find("order by firstDate desc, id desc").page(0, MOST).list();
  }

  /** One of the houses that it was made for, since who prepares it has put a workshop there. */
  void madeFor(Event event, long site) {
    Sql.of(
            getEntityManager(),
            "insert into event_site (event_id, site_id) values (:event, :site) on conflict do"
                + " nothing")
        .with("event", event.id())
        .with("site", site)
        .run();
  }

  /** Without its last workshop there the event is no longer made for that house. */
  void leave(long event, long site) {
    Sql.of(
            getEntityManager(),
            "delete from event_site where event_id = :event and site_id = :site and not exists"
                + " (select 1 from permanence p where p.event_id = :event and p.site_id = :site)")
        .with("event", event)
        .with("site", site)
        .run();
  }

  /** The houses that events were made for, and those in which they have a workshop. */
  List<Place> places(Collection<Long> events) {
    return events.isEmpty()
        ? List.of()
        : Sql.of(
                getEntityManager(),
                "select p.event_id, s.id as site_id, s.name as site_name, case when exists (select"
                    + " 1 from event_site e where e.event_id = p.event_id and e.site_id = s.id)"
                    + " then true else false end as made_for from (select distinct event_id,"
                    + " site_id from permanence where event_id in (:events)) p join site s on s.id"
                    + " = p.site_id order by s.name, s.id")
            .with("events", events)
            .list(Place.class);
  }

  /** Those that somebody entered, or that have a workshop in one of the houses. */
  List<Event> of(String username, Set<Long> sites) {
    return find(
            "createdBy = ?1 or id in (select p.eventId from Permanence p where p.site.id in ?2)"
                + " order by firstDate desc, id desc",
            username,
            // An empty list is no list to every database.
            sites.isEmpty() ? Set.of(0L) : sites)
        .page(0, MOST)
        .list();
  }

  /** The local days of its workshops, in order. */
  List<LocalDate> days(Event event) {
    return getEntityManager()
        .createQuery(
            "select p.firstDate from Permanence p where p.eventId = :event order by p.firstDate",
            LocalDate.class)
        .setParameter("event", event.id())
        .getResultList();
  }

  /** Codes in use that begin so. */
  Set<String> codes(String beginning) {
    return Set.copyOf(
        getEntityManager()
            .createQuery("select e.code from Event e where e.code like :b", String.class)
            .setParameter("b", beginning + "%")
            .getResultList());
  }
}
