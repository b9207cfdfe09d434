package fr.porteouverte.keeping;

import fr.porteouverte.database.Sql;
import fr.porteouverte.site.Site;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who needs a house. Agents, queues and events lie in rooms that this one does not import: the
 * query names their tables. A counter at which nobody sits stays with the house and comes back with
 * it.
 */
@ApplicationScoped
class SiteUses {
  private static final String USES =
      "select distinct 'permanence' as kind, r.name_fr as fr, r.name_en as en from permanence p"
          + " left join partner r on r.id = p.partner_id where p.site_id = :id"
          + " and (p.until_date is null or p.until_date >= :today)"
          + " union all select distinct 'booking', cast(null as varchar), cast(null as varchar)"
          + " from booking b where b.site_id = :id and b.state = 'booked' and b.start_at >= :now"
          + " union all select distinct 'agent', a.username, a.username from agent a"
          + " join assignment o on o.agent_id = a.id where o.site_id = :id"
          + " and a.state <> 'disabled'"
          + " union all select 'kiosk', d.name, d.name from device_key d where d.site_id = :id"
          + " and d.revoked_at is null"
          + " union all select 'counter', c.name, c.name from counter c where c.site_id = :id"
          + " and c.opened_by is not null and not c.archived"
          + " union all select distinct 'ticket', cast(null as varchar), cast(null as varchar)"
          + " from ticket t where t.site_id = :id and t.local_date >= :today"
          + " and t.state not in ('done', 'missed', 'noShow', 'left')"
          + " union all select 'event', e.title_fr, e.title_en from event e"
          + " join event_site w on w.event_id = e.id where w.site_id = :id and e.published"
          + " and e.last_date >= :today order by 1, 2";
  private static final String BOOKABLE =
      "select count(*) from permanence where site_id = :id and event_id is null"
          + " and mode <> 'walkIn' and (until_date is null or until_date >= :today)";

  @Inject EntityManager database;
  @Inject Clock clock;

  private record Use(String kind, @Nullable String fr, @Nullable String en) {
    Text said() {
      return switch (kind) {
        case "permanence" ->
            fr == null
                ? new Text("une permanence de la maison", "a permanence of the house")
                : new Text("une permanence de " + fr, "a permanence of " + en);
        case "booking" -> new Text("des rendez-vous à venir", "coming appointments");
        case "kiosk" -> new Text("la borne " + fr, "the kiosk " + en);
        case "counter" ->
            new Text("le guichet ouvert « " + fr + " »", "the open counter \"" + en + "\"");
        case "ticket" -> new Text("des personnes qui attendent", "people who are waiting");
        case "event" ->
            new Text("l’événement publié « " + fr + " »", "the published event \"" + en + "\"");
        default -> new Text("l’agent " + fr, "the agent " + en);
      };
    }
  }

  /** Whether somebody can book there, apart from the workshops of events. */
  boolean bookable(Site site) {
    return about(site, BOOKABLE).one(Long.class) > 0;
  }

  private Sql about(Site site, String query) {
    return Sql.of(database, query)
        .with("id", site.id())
        .with("today", LocalDate.now(clock.withZone(site.zone())));
  }

  List<Text> of(Site site) {
    return about(site, USES).with("now", clock.instant()).list(Use.class).stream()
        .map(Use::said)
        .toList();
  }
}
