package fr.porteouverte.keeping;

import fr.porteouverte.database.Sql;
import fr.porteouverte.http.Ids;
import fr.porteouverte.site.Site;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Coming permanences that hours no longer cover, each with who is booked in it. For staff only. */
@ApplicationScoped
class Unfitting {
  private static final String COMING =
      "select s.id as session_id, s.start_at, s.end_at, r.name_fr, r.name_en, b.reference,"
          + " b.first_name, b.last_name, b.start_at as booked_at from session s join permanence p"
          + " on p.id = s.permanence_id left join partner r on r.id = p.partner_id left join slot l"
          + " on l.session_id = s.id left join booking b on b.slot_id = l.id and b.state = 'booked'"
          + " where s.site_id = :site and s.start_at > :now and s.state <> 'cancelled' and not"
          + " s.withdrawn and (b.id is not null or l.id is null or l.id = (select min(f.id) from"
          + " slot f where f.session_id = s.id)) order by s.start_at, s.id, b.start_at";

  @Inject EntityManager database;
  @Inject Clock clock;

  private record Row(
      long sessionId,
      Instant startAt,
      Instant endAt,
      @Nullable String nameFr,
      @Nullable String nameEn,
      @Nullable String reference,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable Instant bookedAt) {}

  /** Who is booked. */
  @Schema(name = "UnfittingBooking")
  public record Person(
      @Schema(required = true) String reference,
      @Schema(required = true) OffsetDateTime start,
      @Nullable String firstName,
      @Nullable String lastName) {}

  /** A permanence outside of the hours. */
  @Schema(name = "UnfittingSession")
  public record SessionView(
      @Schema(required = true) String id,
      @Schema(required = true) OffsetDateTime start,
      @Schema(required = true) OffsetDateTime end,
      @Schema(description = "Absent: the house's own") @Nullable Text partner,
      @Schema(required = true) List<Person> people) {}

  List<SessionView> under(Site site, HoursRequest hours) {
    ZoneId zone = site.zone();
    HoursRequest before = HoursRequest.of(site);
    Map<Long, SessionView> found = new LinkedHashMap<>();
    for (Row row :
        Sql.of(database, COMING)
            .with("site", site.id())
            .with("now", clock.instant())
            .list(Row.class)) {
      OffsetDateTime start = row.startAt().atZone(zone).toOffsetDateTime();
      OffsetDateTime end = row.endAt().atZone(zone).toOffsetDateTime();
      LocalDateTime from = start.toLocalDateTime();
      LocalDateTime to = end.toLocalDateTime();
      if (before.cover(from, to) && !hours.cover(from, to)) {
        SessionView session =
            found.computeIfAbsent(
                row.sessionId(),
                id ->
                    new SessionView(
                        Ids.of(id),
                        start,
                        end,
                        row.nameFr() == null || row.nameEn() == null
                            ? null
                            : new Text(row.nameFr(), row.nameEn()),
                        new ArrayList<>()));
        if (row.reference() != null && row.bookedAt() != null) {
          session
              .people()
              .add(
                  new Person(
                      row.reference(),
                      row.bookedAt().atZone(zone).toOffsetDateTime(),
                      row.firstName(),
                      row.lastName()));
        }
      }
    }
    return List.copyOf(found.values());
  }
}
