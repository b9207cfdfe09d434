package fr.porteouverte.event;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All events. */
@ApplicationScoped
public class Events implements PanacheRepository<Event> {
  private static final int MOST = 200;

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

  /** The houses in which it has a workshop. */
  Set<Long> sites(Event event) {
    return Set.copyOf(
        getEntityManager()
            .createQuery(
                "select distinct p.site.id from Permanence p where p.eventId = :event", Long.class)
            .setParameter("event", event.id())
            .getResultList());
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
