package fr.porteouverte.queue.board;

import fr.porteouverte.partner.PartnerRef;
import fr.porteouverte.queue.BoardView.Notice;
import fr.porteouverte.session.Session;
import fr.porteouverte.session.SessionState;
import fr.porteouverte.session.Sessions;
import fr.porteouverte.site.Closure;
import fr.porteouverte.site.Closures;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Says in the house what is not as announced today. */
@ApplicationScoped
class SessionNotices {
  @Inject Sessions sessions;
  @Inject Closures closures;

  /** By start. A session that a closure takes away is not told beside the closure. */
  List<Notice> at(Site site, Instant now) {
    ZoneId zone = site.zone();
    LocalDate today = now.atZone(zone).toLocalDate();
    List<Notice> closed =
        closures.touching(site.id(), today, today.plusDays(1)).stream()
            .map(closure -> notice(closure, today, zone))
            .filter(notice -> notice.end().toInstant().isAfter(now))
            .toList();
    Stream<Notice> off =
        sessions
            .promised(
                site.id(),
                today.atStartOfDay(zone).toInstant(),
                today.plusDays(1).atStartOfDay(zone).toInstant())
            .stream()
            .filter(session -> session.end().isAfter(now))
            .filter(SessionNotices::notAsAnnounced)
            .filter(
                session ->
                    !session.withdrawn() || closed.stream().noneMatch(c -> meets(c, session)))
            .map(session -> notice(session, zone));
    return Stream.concat(closed.stream(), off).sorted(Comparator.comparing(Notice::start)).toList();
  }

  private static boolean notAsAnnounced(Session session) {
    return off(session) || session.lateMinutes() != null || session.stoppedAt() != null;
  }

  private static boolean off(Session session) {
    return session.shown() == SessionState.cancelled;
  }

  private static boolean meets(Notice closed, Session session) {
    return closed.start().toInstant().isBefore(session.end())
        && session.start().isBefore(closed.end().toInstant());
  }

  /** Of a longer closure, today's part. */
  private static Notice notice(Closure closure, LocalDate today, ZoneId zone) {
    LocalDateTime midnight = today.atStartOfDay();
    LocalDateTime next = midnight.plusDays(1);
    LocalDateTime from = closure.from().isBefore(midnight) ? midnight : closure.from();
    LocalDateTime to = closure.to().isAfter(next) ? next : closure.to();
    return new Notice(at(from, zone), at(to, zone), true, true, null, closure.reason(), null, null);
  }

  private static OffsetDateTime at(LocalDateTime local, ZoneId zone) {
    return local.atZone(zone).toOffsetDateTime();
  }

  private static Notice notice(Session session, ZoneId zone) {
    return new Notice(
        session.start().atZone(zone).toOffsetDateTime(),
        session.end().atZone(zone).toOffsetDateTime(),
        off(session),
        false,
        PartnerRef.ofHost(session.permanence().partner()),
        session.reason(),
        off(session) || session.stoppedAt() != null ? null : session.lateMinutes(),
        off(session) || session.stoppedAt() == null
            ? null
            : session.lastsUntil().atZone(zone).toOffsetDateTime());
  }
}
