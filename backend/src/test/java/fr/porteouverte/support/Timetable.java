package fr.porteouverte.support;

import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Puts one session with its slots straight into the tables, exactly where a test wants it. */
@ApplicationScoped
public class Timetable {
  private final EntityManager database;

  Timetable(EntityManager database) {
    this.database = database;
  }

  /** What a test says of a session; the rest is: 30-minute slots, capacity 1, no notice. */
  public record Session(
      Site site,
      Partner partner,
      List<Procedure> procedures,
      Instant start,
      int slots,
      int slotMinutes,
      int capacity,
      int noticeMinutes,
      int horizonDays,
      int changeDeadlineMinutes) {

    public static Session of(
        Site site, Partner partner, Instant start, int slots, Procedure... what) {
      return new Session(site, partner, List.of(what), start, slots, 30, 1, 0, 91, 60);
    }

    public Session capacity(int places) {
      return new Session(
          site,
          partner,
          procedures,
          start,
          slots,
          slotMinutes,
          places,
          noticeMinutes,
          horizonDays,
          changeDeadlineMinutes);
    }

    public Session notice(int minutes) {
      return new Session(
          site,
          partner,
          procedures,
          start,
          slots,
          slotMinutes,
          capacity,
          minutes,
          horizonDays,
          changeDeadlineMinutes);
    }

    public Session horizon(int days) {
      return new Session(
          site,
          partner,
          procedures,
          start,
          slots,
          slotMinutes,
          capacity,
          noticeMinutes,
          days,
          changeDeadlineMinutes);
    }
  }

  /**
   * @return the ids of the slots as the API writes them, by start
   */
  @Transactional
  public List<String> add(Session session) {
    long permanence = permanence(session);
    for (Procedure procedure : session.procedures()) {
      sql("insert into permanence_procedure (permanence_id, procedure_id) values (?1, ?2)")
          .setParameter(1, permanence)
          .setParameter(2, procedure.id())
          .executeUpdate();
    }
    Duration length = Duration.ofMinutes(session.slotMinutes());
    Instant end = session.start().plus(length.multipliedBy(session.slots()));
    sql("insert into session (permanence_id, site_id, local_date, start_at, end_at, state) values"
            + " (?1, ?2, ?3, ?4, ?5, 'planned')")
        .setParameter(1, permanence)
        .setParameter(2, session.site().id())
        .setParameter(3, session.start().atZone(session.site().zone()).toLocalDate())
        .setParameter(4, session.start().atOffset(ZoneOffset.UTC))
        .setParameter(5, end.atOffset(ZoneOffset.UTC))
        .executeUpdate();
    long sessionId = number("select max(id) from session where permanence_id = " + permanence);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < session.slots(); i++) {
      Instant start = session.start().plus(length.multipliedBy(i));
      sql("insert into slot (session_id, permanence_id, start_at, end_at, capacity) values (?1, ?2,"
              + " ?3, ?4, ?5)")
          .setParameter(1, sessionId)
          .setParameter(2, permanence)
          .setParameter(3, start.atOffset(ZoneOffset.UTC))
          .setParameter(4, start.plus(length).atOffset(ZoneOffset.UTC))
          .setParameter(5, session.capacity())
          .executeUpdate();
      ids.add("" + number("select max(id) from slot where session_id = " + sessionId));
    }
    return ids;
  }

  private long permanence(Session session) {
    sql("insert into permanence (site_id, host, partner_id, rrule, first_date, from_time, to_time,"
            + " mode, slot_minutes, capacity, notice_minutes, horizon_days, change_deadline_minutes)"
            + " values (?1, ?2, ?3, 'FREQ=DAILY', ?4, ?5, ?6, 'appointment', ?7, ?8, ?9, ?10, ?11)")
        .setParameter(1, session.site().id())
        .setParameter(2, session.partner() == null ? "house" : "partner")
        .setParameter(3, session.partner() == null ? null : session.partner().id(), Long.class)
        .setParameter(4, session.start().atZone(session.site().zone()).toLocalDate())
        .setParameter(5, LocalTime.of(9, 0))
        .setParameter(6, LocalTime.of(17, 0))
        .setParameter(7, session.slotMinutes())
        .setParameter(8, session.capacity())
        .setParameter(9, session.noticeMinutes())
        .setParameter(10, session.horizonDays())
        .setParameter(11, session.changeDeadlineMinutes())
        .executeUpdate();
    return number("select max(id) from permanence");
  }

  /** One number out of the database, for assertions on what was really written. */
  @Transactional
  public long number(String select) {
    return ((Number) sql(select).getSingleResult()).longValue();
  }

  @Transactional
  public String text(String select) {
    return (String) sql(select).getSingleResult();
  }

  @Transactional
  public void change(String statement) {
    sql(statement).executeUpdate();
  }

  @SuppressWarnings({"deprecation", "rawtypes"})
  private org.hibernate.query.NativeQuery sql(String statement) {
    return database.unwrap(org.hibernate.Session.class).createNativeQuery(statement);
  }
}
