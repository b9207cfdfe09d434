package fr.porteouverte.demo;

import fr.porteouverte.permanence.Permanence;
import fr.porteouverte.permanence.Permanences;
import fr.porteouverte.permanence.RecurrenceRule;
import fr.porteouverte.permanence.Schedule;
import fr.porteouverte.permanence.Terms;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.site.OpeningMode;
import fr.porteouverte.site.OpeningRange;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Invented permanences for the imported houses that take appointments, so that the whole country
 * can be tried. They follow the published hours, are held by the house itself, and are marked as
 * the demo's in the database.
 */
@ApplicationScoped
class NationalPermanences {
  private static final int SLOT_MINUTES = 30;
  private static final int NOTICE_MINUTES = 120;
  private static final int HORIZON_DAYS = 28;
  private static final int CHANGE_UNTIL_MINUTES = 120;

  @Inject Sites sites;
  @Inject Procedures procedures;
  @Inject Permanences permanences;
  @Inject Clock clock;

  private record Times(LocalTime from, LocalTime to) {}

  /** Ids of listed houses that take appointments, publish hours and have no permanence. */
  List<Long> houses() {
    return sites
        .getEntityManager()
        .createQuery(
            "select s.id from Site s where s.officialId is not null and s.takesAppointments = true"
                + " and exists (select 1 from Site o join o.openingHours h where o = s"
                + " and h.mode <> walkIn)"
                + " and not exists (select 1 from Permanence p where p.site = s) order by s.id",
            Long.class)
        .getResultList();
  }

  /**
   * For some of those houses, in the caller's transaction.
   *
   * @return how many permanences were made
   */
  int ensure(Collection<Long> houses) {
    List<Procedure> served = DemoPermanence.atTheCounter(procedures.byTitle());
    return sites.withIds(houses).stream().mapToInt(site -> ensure(site, served)).sum();
  }

  private int ensure(Site site, Collection<Procedure> served) {
    Map<Times, List<OpeningRange>> byTimes =
        site.openingHours().stream()
            .filter(range -> range.mode().takesAppointments())
            .collect(Collectors.groupingBy(range -> new Times(range.from(), range.to())));
    LocalDate today = LocalDate.now(clock.withZone(site.zone()));
    byTimes.forEach((times, ranges) -> permanences.persist(of(site, times, ranges, served, today)));
    return byTimes.size();
  }

  private static Permanence of(
      Site site,
      Times times,
      List<OpeningRange> ranges,
      Collection<Procedure> served,
      LocalDate today) {
    Map<Integer, OpeningRange> days = new TreeMap<>();
    ranges.forEach(range -> days.put(range.weekday().getValue(), range));
    String rule =
        "FREQ=WEEKLY;BYDAY="
            + days.values().stream()
                .map(range -> range.weekday().name().substring(0, 2))
                .collect(Collectors.joining(","));
    boolean onlyAppointments =
        days.values().stream().noneMatch(range -> range.mode().takesWalkIns());
    Permanence permanence = new Permanence(site, null);
    permanence.schedule(
        new Schedule(RecurrenceRule.parse(rule), today, null, times.from(), times.to(), false));
    permanence.offer(
        new Terms(
            onlyAppointments ? OpeningMode.appointment : OpeningMode.both,
            SLOT_MINUTES,
            1,
            NOTICE_MINUTES,
            HORIZON_DAYS,
            CHANGE_UNTIL_MINUTES));
    permanence.procedures(served);
    permanence.markAsDemo();
    return permanence;
  }
}
