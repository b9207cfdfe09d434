package fr.porteouverte.imports.house;

import static java.util.Objects.requireNonNull;

import fr.porteouverte.catalogue.RowOutcome;
import fr.porteouverte.database.Chunks;
import fr.porteouverte.database.Sql;
import fr.porteouverte.http.Ids;
import fr.porteouverte.imports.change.PlannedRow;
import fr.porteouverte.imports.change.Touched;
import fr.porteouverte.site.Site;
import fr.porteouverte.site.Whereabouts;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is to come at houses that change: appointments, and the dates of permanences. */
@ApplicationScoped
class HouseStakes {
  /** The most that is listed of one house. */
  private static final int MOST = 100;

  private static final Text HOUSE = new Text("la maison", "the house");

  @Inject EntityManager database;
  @Inject Clock clock;

  private record Appointment(long siteId, String reference, Instant startAt, Instant endAt) {}

  private record Date(
      long siteId,
      long permanenceId,
      @Nullable String nameFr,
      @Nullable String nameEn,
      Instant startAt,
      Instant endAt) {}

  /** A day on which a house has other hours than in the week. */
  private record OwnDay(long siteId, LocalDate localDate) {}

  /**
   * The same rows, each with whom and what it concerns.
   *
   * @param known houses by their number in the list
   */
  List<PlannedRow> of(List<PlannedRow> rows, Map<String, Site> known) {
    List<Long> sites =
        rows.stream().filter(HouseStakes::concerns).map(row -> house(row, known).id()).toList();
    Coming coming = at(sites);
    return rows.stream()
        .map(row -> concerns(row) ? row.touching(coming.of(row, house(row, known))) : row)
        .toList();
  }

  private static Site house(PlannedRow row, Map<String, Site> known) {
    return requireNonNull(known.get(row.key()));
  }

  private static boolean concerns(PlannedRow row) {
    return row.outcome() == RowOutcome.changed || row.outcome() == RowOutcome.gone;
  }

  /** What is to come at some houses. */
  private static final class Coming {
    private final Map<Long, List<Appointment>> appointments;
    private final Map<Long, List<Date>> dates;
    private final Set<OwnDay> ownDays;

    private Coming(
        Map<Long, List<Appointment>> appointments,
        Map<Long, List<Date>> dates,
        Set<OwnDay> ownDays) {
      this.appointments = appointments;
      this.dates = dates;
      this.ownDays = ownDays;
    }

    List<Touched> of(PlannedRow row, Site site) {
      if (row.outcome() == RowOutcome.gone) {
        return appointments(site.id(), site.zone(), Touched.Why.stillThere);
      }
      SiteDraft before = SiteForms.draft(row.key(), requireNonNull(row.before()));
      SiteDraft after = SiteForms.draft(row.key(), requireNonNull(row.after()));
      List<Touched> all = new ArrayList<>();
      Whereabouts then = new Whereabouts(before.name(), before.address());
      if (new Whereabouts(after.name(), after.address()).differFrom(then)) {
        all.addAll(appointments(site.id(), site.zone(), Touched.Why.told));
      }
      all.addAll(outside(site.id(), site.zone(), before.hours(), after.hours()));
      return all;
    }

    /** All appointments of a house, for whatever reason. */
    private List<Touched> appointments(long site, ZoneId zone, Touched.Why why) {
      return appointments.getOrDefault(site, List.of()).stream()
          .limit(MOST)
          .map(one -> touched(one, zone, why))
          .toList();
    }

    /** What was within the hours of before and is not within those of after. */
    private List<Touched> outside(
        long site, ZoneId zone, List<ImportedHours> before, List<ImportedHours> after) {
      List<Touched> found = new ArrayList<>();
      Set<Long> told = new HashSet<>();
      for (Date date : dates.getOrDefault(site, List.of())) {
        if (ofTheWeek(site, date.startAt(), zone)
            && falls(date.startAt(), date.endAt(), zone, before, after)
            && told.add(date.permanenceId())) {
          found.add(touched(date, zone));
        }
      }
      appointments.getOrDefault(site, List.of()).stream()
          .filter(one -> ofTheWeek(site, one.startAt(), zone))
          .filter(one -> falls(one.startAt(), one.endAt(), zone, before, after))
          .limit(MOST)
          .forEach(one -> found.add(touched(one, zone, Touched.Why.outsideHours)));
      return found;
    }

    /** A day with exceptional hours has these, whatever the list says of the week. */
    private boolean ofTheWeek(long site, Instant start, ZoneId zone) {
      return !ownDays.contains(new OwnDay(site, LocalDate.ofInstant(start, zone)));
    }
  }

  private Coming at(Collection<Long> sites) {
    Instant now = clock.instant();
    return new Coming(
        Chunks.of(sites)
            .flatMap(ids -> appointments(ids, now).stream())
            .collect(Collectors.groupingBy(Appointment::siteId)),
        Chunks.of(sites)
            .flatMap(ids -> dates(ids, now).stream())
            .collect(Collectors.groupingBy(Date::siteId)),
        Chunks.of(sites)
            .flatMap(ids -> ownDays(ids, now).stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  private List<OwnDay> ownDays(List<Long> sites, Instant now) {
    return Sql.of(
            database,
            "select distinct site_id, local_date from exceptional_range where site_id in (:sites)"
                + " and local_date >= :yesterday")
        .with("sites", sites)
        .with("yesterday", LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1))
        .list(OwnDay.class);
  }

  private List<Appointment> appointments(List<Long> sites, Instant now) {
    return Sql.of(
            database,
            "select site_id, reference, start_at, end_at from booking where state = 'booked'"
                + " and start_at > :now and site_id in (:sites) order by start_at, id")
        .with("now", now)
        .with("sites", sites)
        .list(Appointment.class);
  }

  private List<Date> dates(List<Long> sites, Instant now) {
    return Sql.of(
            database,
            "select s.site_id, s.permanence_id, p.name_fr, p.name_en, s.start_at, s.end_at"
                + " from session s join permanence m on m.id = s.permanence_id"
                + " left join partner p on p.id = m.partner_id"
                + " where s.state <> 'cancelled' and s.withdrawn = false and s.start_at > :now"
                + " and s.site_id in (:sites) order by s.start_at, s.id")
        .with("now", now)
        .with("sites", sites)
        .list(Date.class);
  }

  private static boolean falls(
      Instant start,
      Instant end,
      ZoneId zone,
      List<ImportedHours> before,
      List<ImportedHours> after) {
    LocalDateTime from = LocalDateTime.ofInstant(start, zone);
    LocalDateTime to = LocalDateTime.ofInstant(end, zone);
    return HoursFit.holds(before, from, to) && !HoursFit.holds(after, from, to);
  }

  private static Touched touched(Appointment one, ZoneId zone, Touched.Why why) {
    return new Touched(
        why, one.reference(), null, null, one.startAt().atZone(zone).toOffsetDateTime());
  }

  private static Touched touched(Date date, ZoneId zone) {
    String fr = date.nameFr();
    String en = date.nameEn();
    return new Touched(
        Touched.Why.outsideHours,
        null,
        Ids.of(date.permanenceId()),
        fr == null || en == null ? HOUSE : new Text(fr, en),
        date.startAt().atZone(zone).toOffsetDateTime());
  }
}
