package fr.porteouverte.queue.board;

import fr.porteouverte.queue.change.QueueSettings;
import fr.porteouverte.queue.order.Line;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.queue.ticket.Tickets;
import fr.porteouverte.session.Sessions;
import fr.porteouverte.site.Closures;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Reads what it takes to say who waits in vain. Joins the caller's transaction. */
@ApplicationScoped
public class Strandings {
  @Inject Sessions sessions;
  @Inject Tickets tickets;
  @Inject Closures closures;
  @Inject QueueSettings settings;

  /**
   * @param people of whom it will be asked; nothing is read when nobody of them waits for a partner
   */
  public Stranding at(Site site, Line line, Instant now, Collection<Ticket> people) {
    ZoneId zone = site.zone();
    if (people.stream().noneMatch(Stranding::mayBe)) {
      return new Stranding(List.of(), line, now, zone, Set.of(), false);
    }
    LocalDate tomorrow = line.day().plusDays(1);
    LocalDateTime local = now.atZone(zone).toLocalDateTime();
    return new Stranding(
        sessions.withWithdrawn(
            site.id(),
            line.day().atStartOfDay(zone).toInstant(),
            tomorrow.atStartOfDay(zone).toInstant()),
        line,
        now,
        zone,
        tickets.hostsServedSince(site.id(), line.day(), now.minus(settings.overrun())),
        closures.touching(site.id(), line.day(), tomorrow).stream()
            .anyMatch(one -> !one.from().isAfter(local) && one.to().isAfter(local)));
  }
}
