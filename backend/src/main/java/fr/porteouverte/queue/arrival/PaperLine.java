package fr.porteouverte.queue.arrival;

import fr.porteouverte.http.FieldReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A {@link LateEntryRequest}, checked: one local day, in order, not in the future.
 *
 * @param started null: not known
 * @param ended the last time that is known
 */
record PaperLine(LocalDate day, Instant arrived, @Nullable Instant started, Instant ended) {
  private static final int DAYS = 7;

  static PaperLine read(LateEntryRequest request, ZoneId zone, Instant now) {
    FieldReader fields = new FieldReader();
    if ((request.reference() == null) == (request.procedureId() == null)) {
      fields.wrong(
          "reference",
          "Donnez soit la référence du rendez-vous, soit la démarche.",
          "Give either the booking's reference or the procedure.");
    }
    LocalDate today = now.atZone(zone).toLocalDate();
    LocalDate day = request.arrivedAt().atZoneSameInstant(zone).toLocalDate();
    if (request.arrivedAt().toInstant().isAfter(now) || day.isBefore(today.minusDays(DAYS))) {
      fields.wrong(
          "arrivedAt",
          "Une heure passée, des sept derniers jours, est attendue.",
          "A time in the past seven days is expected.");
    }
    Instant last = request.arrivedAt().toInstant();
    last = follows(fields, "startedAt", request.startedAt(), last, day, zone, now);
    last = follows(fields, "endedAt", request.endedAt(), last, day, zone, now);
    if (request.outcome() == LateEntryRequest.Outcome.waiting
        && (!day.equals(today) || request.startedAt() != null || request.endedAt() != null)) {
      fields.wrong(
          "outcome",
          "N’attend encore que qui est arrivé aujourd’hui et n’a pas été reçu.",
          "Still waiting is only who arrived today and was not served.");
    }
    fields.check();
    // A beginning without an end says nothing of how long it took.
    OffsetDateTime started = request.endedAt() == null ? null : request.startedAt();
    return new PaperLine(
        day, request.arrivedAt().toInstant(), started == null ? null : started.toInstant(), last);
  }

  private static Instant follows(
      FieldReader fields,
      String name,
      @Nullable OffsetDateTime time,
      Instant before,
      LocalDate day,
      ZoneId zone,
      Instant now) {
    if (time == null) {
      return before;
    }
    Instant at = time.toInstant();
    if (at.isBefore(before) || at.isAfter(now) || !at.atZone(zone).toLocalDate().equals(day)) {
      fields.wrong(
          name,
          "Cette heure doit suivre la précédente, le même jour, et être passée.",
          "This time must follow the one before, on the same day, and be in the past.");
    }
    return at;
  }
}
