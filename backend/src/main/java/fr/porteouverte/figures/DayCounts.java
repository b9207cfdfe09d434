package fr.porteouverte.figures;

import fr.porteouverte.database.Sql;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How each figure of a day is counted, once for all: the roll-up and today's live figures run the
 * same words. Every select answers rows of house, day, who received, figure, detail and number.
 */
final class DayCounts {
  /** Raised with every change of what is counted: all days are then counted anew. */
  static final int WAY = 2;

  /** Of what kinds a visit is: a detail that is null is none. */
  private static final List<Part> OF_A_VISIT =
      List.of(
          ofPeople("procedure", "cast(x.procedure_id as varchar)"),
          ofPeople("subject", "cast(x.subject as varchar)"),
          ofPeople("origin", "x.origin"),
          ofPeople("channel", "x.channel"),
          ofPeople("result", "x.result"),
          ofPeople("papers", "case when x.papers_missing then cast(x.procedure_id as varchar) end"),
          ofPeople(
              "noted",
              "case when x.mark is null then null when x.papers_missing then 'missing' else"
                  + " 'complete' end"),
          ofPeople("age", "x.age_band"),
          ofPeople("commune", "x.insee"),
          ofPeople("help", "case when x.aidants_connect then 'aidantsConnect' end"),
          ofPeople("help", "case when x.administration_plus then 'administrationPlus' end"),
          new Part("call", "case when x.is_call = 1 then cast(x.subject as varchar) end"));

  private static final List<Part> OF_A_BOOKING =
      List.of(
          new Part("fate", "x.fate"),
          new Part("lead", "x.lead || ':' || x.fate"),
          new Part("reminder", "x.reminded || ':' || x.fate"),
          new Part("booker", "x.booker"));

  private static final List<String> SELECTS =
      List.of(
          count(OF_A_VISIT, DayRows.VISITS),
          count(
              "x",
              "document",
              "cast(w.document_id as varchar)",
              DayRows.VISITS
                  + " join attendance_document w on w.attendance_id = x.mark where x.is_call = 0"),
          count(
              "x",
              "wait",
              "cast(case when x.minutes > 240 then 240 when x.minutes < 0 then 0 else x.minutes end"
                  + " as varchar)",
              DayRows.WAITS),
          count(
              "x",
              "load",
              "cast(x.weekday as varchar) || '-' || cast(x.half_hour as varchar)",
              DayRows.ARRIVALS),
          count(
              "x",
              "gone",
              "x.state",
              "(select t.site_id, t.local_date, coalesce(p.partner_id, 0) as partner_id, case"
                  + " t.state when 'noShow' then 'missed' else t.state end as state from "
                  + DayRows.TICKETS
                  + " where t.state in ('left', 'missed', 'noShow') and "
                  + DayRows.NOT_TAKEN_BACK
                  + ") x"),
          count(OF_A_BOOKING, DayRows.BOOKED),
          count("x", "cancelled", "x.who", DayRows.CANCELLED),
          count("x", "session", "x.fate", DayRows.SESSIONS),
          count(
              "y",
              "notice",
              "case when y.hours is null then 'unknown' when y.hours < 24 then 'day' when y.hours <"
                  + " 168 then 'week' else 'more' end",
              DayRows.NOTICE),
          "select x.site_id, x.local_date, x.partner_id, 'lost' as figure, x.half_day as detail, 1"
              + " as number from "
              + DayRows.SESSIONS
              + " where x.partner_id <> 0 and x.fate in ('absent', 'cancelled') group by x.site_id,"
              + " x.local_date, x.partner_id, x.half_day",
          places("offered", "l.capacity"),
          places(
              "taken",
              "(select count(*) from seat k where k.slot_id = l.id and k.booking_id is not null)"));

  private DayCounts() {}

  /** One of several figures that are counted of the same rows. */
  private record Part(String figure, String detail) {}

  private static Part ofPeople(String figure, String detail) {
    return new Part(figure, "case when x.is_call = 0 then " + detail + " end");
  }

  /**
   * The rows are read once for all of them. A select for each would be as true, and H2 plans for
   * longer than it counts: the queries within queries of each anew.
   */
  private static String count(List<Part> parts, String from) {
    String kinds =
        IntStream.range(0, parts.size())
            .mapToObj(i -> "(%d, '%s')".formatted(i, parts.get(i).figure()))
            .collect(Collectors.joining(", "));
    String details =
        IntStream.range(0, parts.size())
            .mapToObj(i -> " when %d then %s".formatted(i, parts.get(i).detail()))
            .collect(Collectors.joining());
    return "select q.site_id, q.local_date, q.partner_id, q.figure, q.detail, count(*) as number from"
        + " (select x.site_id, x.local_date, x.partner_id, k.figure, case k.part"
        + details
        + " end as detail from "
        + from
        + " cross join (values "
        + kinds
        + ") k (part, figure)) q where q.detail is not null group by q.site_id, q.local_date,"
        + " q.partner_id, q.figure, q.detail";
  }

  /** A detail in quotes is the same for all. */
  private static String count(String of, String figure, String detail, String from) {
    return ("select %1$s.site_id, %1$s.local_date, %1$s.partner_id, '%2$s' as figure, %3$s as"
            + " detail, count(*) as number from %4$s group by %1$s.site_id, %1$s.local_date,"
            + " %1$s.partner_id%5$s")
        .formatted(of, figure, detail, from, detail.startsWith("'") ? "" : ", " + detail);
  }

  /** Of sessions that took place, as far as anybody knows. */
  private static String places(String detail, String number) {
    return "select x.site_id, x.local_date, x.partner_id, 'places' as figure, '"
        + detail
        + "' as detail, sum("
        + number
        + ") as number from "
        + DayRows.SESSIONS
        + " join slot l on l.session_id = x.id where x.fate in ('held', 'stopped', 'notRecorded')"
        + " group by x.site_id, x.local_date, x.partner_id";
  }

  /**
   * One by one, and not as one union: H2 plans each part of a union again with every other one.
   *
   * @param first words before each select: where its rows go, or none
   * @param days a table, or words in the place of one
   * @return statements that are all figures together, as they stand at that moment
   */
  static Stream<Sql> each(EntityManager database, String first, String days, Instant now) {
    return SELECTS.stream()
        .map(
            select -> {
              Sql sql = Sql.of(database, first + select.replace(DayRows.DAYS, days));
              return select.contains(":now") ? sql.with("now", now) : sql;
            });
  }

  /**
   * @param days the same
   * @return visits, one by one: {@code mark} and {@code ticket_id} may be null
   */
  static String received(String days) {
    return DayRows.RECEIVED.replace(DayRows.DAYS, days);
  }
}
