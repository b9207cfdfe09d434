package fr.porteouverte.planning;

import fr.porteouverte.http.Ids;
import fr.porteouverte.permanence.Occurrence;
import fr.porteouverte.planning.ConflictView.Kind;
import fr.porteouverte.planning.ConflictView.Severity;
import fr.porteouverte.text.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A conflict of one session.
 *
 * @param permanenceId the other one; null: none
 */
record Conflict(
    Kind kind,
    Severity severity,
    Occurrence session,
    Instant start,
    Instant end,
    @Nullable Long permanenceId,
    Text text) {

  static Conflict of(Kind kind, Severity severity, Occurrence session, Text text) {
    return new Conflict(kind, severity, session, session.start(), session.end(), null, text);
  }

  /** With another permanence, in the time that both have. */
  static Conflict with(
      Kind kind, Occurrence session, long permanenceId, Instant start, Instant end, Text text) {
    Instant from = start.isAfter(session.start()) ? start : session.start();
    Instant to = end.isBefore(session.end()) ? end : session.end();
    return new Conflict(kind, Severity.warning, session, from, to, permanenceId, text);
  }

  ConflictView view(ZoneId zone, Locale language) {
    return new ConflictView(
        kind,
        severity,
        session.date(),
        start.atZone(zone).toOffsetDateTime(),
        end.atZone(zone).toOffsetDateTime(),
        permanenceId == null ? null : Ids.of(permanenceId),
        text.in(language));
  }
}
