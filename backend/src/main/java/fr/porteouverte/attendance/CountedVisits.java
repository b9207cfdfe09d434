package fr.porteouverte.attendance;

import fr.porteouverte.attendance.AttendanceView.History;
import fr.porteouverte.attendance.CountedVisitsResource.CountRequest;
import fr.porteouverte.database.Idempotency;
import fr.porteouverte.database.Sql;
import fr.porteouverte.database.Transactions;
import fr.porteouverte.http.Etag;
import fr.porteouverte.secret.Secrets;
import fr.porteouverte.site.Sites;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Visits without a number and an appointment: counted with one key, and corrected like any other.
 * The lock is the first version's row. They have nothing to do with the queue.
 */
@ApplicationScoped
class CountedVisits {
  /** 128 bits, 22 letters: nobody guesses one. */
  private static final int BYTES = 16;

  @Inject AttendanceAccess door;
  @Inject Attendances attendances;
  @Inject MarkReader marks;
  @Inject Sites sites;
  @Inject EntityManager database;
  @Inject Idempotency idempotency;
  @Inject Transactions transactions;
  @Inject Clock clock;

  CountedVisitView count(long siteId, CountRequest request, Idempotency.Token token) {
    return transactions.call(
        () -> {
          Optional<String> before = idempotency.before(token);
          door.house(siteId);
          if (before.isPresent()) {
            return view(door.counted(before.get()));
          }
          marks.check(request);
          Mark mark = request.mark();
          Instant now = clock.instant();
          VisitPlace place =
              new VisitPlace(siteId, now.atZone(zone(siteId)).toLocalDate(), now, null, null);
          Visited visit = Visited.counted(Secrets.random(BYTES));
          Attendance made =
              attendances.note(visit, place, marks.read(mark, place), door.actor(), null, now);
          CountedVisitView counted = view(made);
          idempotency.made(token, counted.id());
          return counted;
        });
  }

  /** By channel, of the house's own day; what was taken back is not counted. */
  CountedVisitView.Today today(long siteId) {
    return transactions.call(
        () -> {
          door.house(siteId);
          return new CountedVisitView.Today(
              Sql.of(
                      database,
                      "select channel, count(*) as number from attendance where site_id = :site and"
                          + " local_date = :day and standing and counted is not null"
                          + " group by channel order by channel")
                  .with("site", siteId)
                  .with("day", clock.instant().atZone(zone(siteId)).toLocalDate())
                  .list(CountedVisitView.Of.class));
        });
  }

  @Nullable AttendanceView note(String id, @Nullable String ifMatch, Mark mark) {
    return transactions.call(
        () -> {
          Attendance first = locked(id);
          if (mark.outcome() != Outcome.attended) {
            throw AttendanceRefusals.countedCame();
          }
          marks.check(mark, first.siteId(), null);
          Visited visit = Visited.counted(id);
          Attendance before = attendances.current(visit);
          Etag.check(ifMatch, before == null ? 0 : before.version());
          VisitPlace place =
              new VisitPlace(first.siteId(), first.date(), first.visitedAt(), null, null);
          return AttendanceView.of(
              attendances.note(
                  visit, place, marks.read(mark, place), door.actor(), null, clock.instant()),
              zone(first.siteId()));
        });
  }

  /** Repeated after a lost answer it finds nothing noted, which is what was wanted. */
  void unsay(String id, @Nullable String ifMatch) {
    transactions.run(
        () -> {
          String seen = Etag.needed(ifMatch);
          locked(id);
          List<Attendance> said = attendances.versions(Visited.counted(id));
          if (!said.isEmpty()) {
            Etag.check(seen, said.get(said.size() - 1).version());
            attendances.takeBack(Visited.counted(id), door.actor(), clock.instant());
          }
        });
  }

  History history(String id) {
    return transactions.call(
        () -> {
          ZoneId zone = zone(door.counted(id).siteId());
          Visited visit = Visited.counted(id);
          return new History(
              AttendanceView.of(attendances.current(visit), zone),
              attendances.everything(visit).stream()
                  .map(row -> AttendanceView.of(row, zone))
                  .toList());
        });
  }

  /** Read anew under its lock: somebody may have said something of it meanwhile. */
  private Attendance locked(String id) {
    Attendance first = door.counted(id);
    database.refresh(first, LockModeType.PESSIMISTIC_WRITE);
    return first;
  }

  private static CountedVisitView view(Attendance row) {
    return new CountedVisitView(
        Objects.requireNonNull(row.counted()), row.version(), row.details().channel());
  }

  private ZoneId zone(long siteId) {
    return sites.findById(siteId).zone();
  }
}
