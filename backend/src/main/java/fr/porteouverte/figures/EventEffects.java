package fr.porteouverte.figures;

import fr.porteouverte.database.Sql;
import fr.porteouverte.figures.FiguresView.EffectView;
import fr.porteouverte.site.Site;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Whether people come since an open-door week: visits of the four weeks before it and after it.
 * Events belong to a room that this one does not import.
 */
@ApplicationScoped
class EventEffects {
  private static final int FOUR_WEEKS = 28;

  @Inject EntityManager database;
  @Inject Tallies tallies;

  private record Held(
      String code, String titleFr, String titleEn, LocalDate firstDate, LocalDate lastDate) {}

  List<EffectView> of(Site site, Period period, Instant now) {
    return Sql.of(
            database,
            "select e.code, e.title_fr, e.title_en, e.first_date, e.last_date from event e where"
                + " e.published and e.first_date < :to and e.last_date >= :from and e.first_date <="
                + " :today and exists (select 1 from permanence p where p.event_id = e.id and"
                + " p.site_id = :site) order by e.first_date, e.code")
        .with("site", site.id())
        .with("from", period.from())
        .with("to", period.to())
        .with("today", now.atZone(site.zone()).toLocalDate())
        .list(Held.class)
        .stream()
        .map(event -> effect(site, event, now))
        .toList();
  }

  private EffectView effect(Site site, Held event, Instant now) {
    LocalDate after = event.lastDate().plusDays(1);
    LocalDate today = now.atZone(site.zone()).toLocalDate();
    LocalDate end = after.plusDays(FOUR_WEEKS);
    end = end.isBefore(today) ? end : today;
    return new EffectView(
        event.code(),
        new Text(event.titleFr(), event.titleEn()),
        event.firstDate(),
        event.lastDate(),
        visits(site, event.firstDate().minusDays(FOUR_WEEKS), event.firstDate(), now),
        after.isBefore(end) ? visits(site, after, end, now) : 0,
        (int) Math.max(0, ChronoUnit.DAYS.between(after, end)));
  }

  private long visits(Site site, LocalDate from, LocalDate before, Instant now) {
    return Counts.of(
            tallies.days(site, from, before, now).stream().map(Tallies.OfDay::counted).toList())
        .visits();
  }
}
