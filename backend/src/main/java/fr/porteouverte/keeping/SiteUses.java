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

/** Who needs a house. Agents lie in a room of their own: the query names their table. */
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
          + " and a.state <> 'disabled' order by 1, 2";

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
        default -> new Text("l’agent " + fr, "the agent " + en);
      };
    }
  }

  List<Text> of(Site site) {
    return Sql.of(database, USES)
        .with("id", site.id())
        .with("today", LocalDate.now(clock.withZone(site.zone())))
        .with("now", clock.instant())
        .list(Use.class)
        .stream()
        .map(Use::said)
        .toList();
  }
}
