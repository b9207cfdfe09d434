package fr.porteouverte.queue.board;

import fr.porteouverte.queue.change.QueueSettings;
import fr.porteouverte.queue.order.Line;
import fr.porteouverte.queue.ticket.Ticket;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.Sessions;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/** Reads what it takes to say who waits in vain. Joins the caller's transaction. */
@ApplicationScoped
public class Strandings {
  @Inject Sessions sessions;
  @Inject QueueSettings settings;

  /**
   * @param people of whom it will be asked; nothing is read when nobody of them waits for a partner
   */
  public Stranding at(Site site, Line line, Instant now, Collection<Ticket> people) {
    ZoneId zone = site.zone();
    List<Session> today =
        people.stream().noneMatch(Stranding::mayBe)
            ? List.of()
            : sessions.withWithdrawn(
                site.id(),
                line.day().atStartOfDay(zone).toInstant(),
                line.day().plusDays(1).atStartOfDay(zone).toInstant());
    return new Stranding(today, line, now, zone, settings.overrun());
  }
}
