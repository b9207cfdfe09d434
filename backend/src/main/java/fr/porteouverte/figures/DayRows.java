package fr.porteouverte.figures;

/**
 * What is counted of some days, row by row: each is words in the place of a table.
 *
 * <p>Tickets, bookings, sessions and marks belong to rooms below: the queries name their tables.
 */
final class DayRows {
  /** In the place of a table of days: house, local date, and its two midnights. */
  static final String DAYS = "{days}";

  private static final String MARK_OF_BOOKING =
      "attendance a on a.booking_id = b.id and a.standing = true";

  static final String NOT_TAKEN_BACK =
      "not exists (select 1 from queue_event e where e.ticket_id = t.id and e.undone"
          + " and e.kind in ('issued', 'arrived'))";

  static final String TICKETS =
      DAYS
          + " d join ticket t on t.site_id = d.site_id and t.local_date = d.local_date"
          + " left join permanence p on p.id = t.permanence_id";

  private static final String BOOKINGS =
      DAYS
          + " d join booking b on b.site_id = d.site_id and b.start_at >= d.from_at"
          + " and b.start_at < d.before_at";

  private static final String SEEN =
      "exists (select 1 from ticket k where k.booking_id = b.id and k.state = 'done')";

  /**
   * Somebody was received: a number that was served; and without one an appointment that was marked
   * so, or what was counted alone. With the mark that stands; null: nothing is noted.
   */
  static final String RECEIVED =
      "(select t.site_id, t.local_date, coalesce(p.partner_id, 0) as partner_id, t.procedure_id,"
          + " t.origin, coalesce(n.id, m.id) as mark, t.id as ticket_id from "
          + TICKETS
          + " left join attendance m on m.ticket_id = t.id and m.standing = true left join"
          + " attendance n on n.booking_id = t.booking_id and n.standing = true where t.state ="
          + " 'done' union all select a.site_id, a.local_date, coalesce(p.partner_id, 0) as"
          + " partner_id, b.procedure_id, case when a.counted is null then 'appointment' else"
          + " 'counted' end as origin, a.id as mark, cast(null as bigint) as ticket_id from "
          + DAYS
          + " d join attendance a on a.site_id = d.site_id and a.local_date = d.local_date and"
          + " a.standing = true and a.outcome = 'attended' and a.ticket_id is null left join"
          + " permanence p on p.id = a.permanence_id left join booking b on b.id = a.booking_id"
          + " where (a.booking_id is null or b.state <> 'cancelled') and not "
          + SEEN
          + ")";

  /**
   * What is known of each visit: as it was noted; else as the number or the appointment says.
   * Nobody was received by telephone: a call without a number or an appointment is told apart.
   */
  static final String VISITS =
      "(select v.site_id, v.local_date, v.partner_id, v.origin, v.mark, case when v.origin ="
          + " 'counted' and a.channel = 'telephone' then 1 else 0 end as is_call,"
          + " coalesce(f.procedure_id, v.procedure_id) as procedure_id, coalesce(a.partner_id,"
          + " o.partner_id, 0) as subject, coalesce(a.channel, case s.kind when 'bus' then 'bus' else"
          + " 'counter' end) as channel, a.result, a.papers_missing, a.age_band, a.insee,"
          + " a.aidants_connect, a.administration_plus from "
          + RECEIVED
          + " v join site s on s.id = v.site_id left join attendance a on a.id = v.mark left join"
          + " attendance_procedure f on f.attendance_id = v.mark and f.position = 0 left join"
          + " procedure o on o.id = coalesce(f.procedure_id, v.procedure_id)) x";

  /** From the number until the first call that was not taken back, in whole minutes. */
  static final String WAITS =
      "(select w.site_id, w.local_date, w.partner_id, cast(floor((extract(epoch from w.called_at)"
          + " - extract(epoch from w.arrived_at)) / 60) as integer) as minutes from (select"
          + " t.site_id, t.local_date, coalesce(p.partner_id, 0) as partner_id, t.arrived_at,"
          + " coalesce((select min(e.at) from queue_event e where e.ticket_id = t.id and e.kind ="
          + " 'called' and not e.undone), t.called_at, t.started_at) as called_at from "
          + TICKETS
          + " where t.state = 'done') w where w.called_at is not null) x";

  /** Half-hours of the day of the house, from 0 to 47, behind its weekday. */
  static final String ARRIVALS =
      "(select t.site_id, t.local_date, coalesce(p.partner_id, 0) as partner_id,"
          + " cast(extract(isodow from t.local_date) as integer) as weekday,"
          + " cast(extract(hour from (t.arrived_at at time zone s.zone)) as integer) * 2"
          + " + cast(extract(minute from (t.arrived_at at time zone s.zone)) as integer) / 30"
          + " as half_hour from "
          + TICKETS
          + " join site s on s.id = t.site_id where "
          + NOT_TAKEN_BACK
          + ") x";

  static final String BOOKED =
      "(select z.*, case when z.hours < 24 then 'day' when z.hours < 72 then 'days3' when z.hours <"
          + " 168 then 'week' when z.hours < 336 then 'weeks2' else 'more' end as lead from (select"
          + " b.site_id, d.local_date, coalesce(b.partner_id, 0) as partner_id, coalesce(a.outcome,"
          + " case when "
          + SEEN
          + " then 'attended' else 'unmarked' end) as fate, (extract(epoch from b.start_at) -"
          + " extract(epoch from b.created_at)) / 3600 as hours, case when exists (select 1 from"
          + " outbox o where o.booking_id = b.id and o.kind in ('reminder', 'morningReminder') and"
          + " (o.sent_at is not null or o.state = 'reached')) then 'reminded' else 'not' end as"
          + " reminded, coalesce((select min(case when e.origin = 'api' then 'api' when e.actor ="
          + " 'visitor' then 'online' when exists (select 1 from agent g where g.username ="
          + " e.actor and g.partner_id is not null) then 'partner' when e.origin = 'phone' then"
          + " 'telephone' else 'counter' end) from booking_event e where e.booking_id = b.id and"
          + " e.kind = 'booked'), 'counter')"
          + " as booker from "
          + BOOKINGS
          + " left join "
          + MARK_OF_BOOKING
          + " where b.state <> 'cancelled' and b.start_at < cast(:now as timestamp with time zone))"
          + " z) x";

  private static final String ITS_CANCELLATION = " and e.kind in ('cancelled', 'cancelledByHouse')";

  /**
   * Each time that an appointment was cancelled, where and when it was to be: who takes another
   * time keeps the booking, which then lies elsewhere. Of a slot that the calendar took back the
   * place is known for some time only; then as the booking says.
   */
  static final String CANCELLED =
      "(select c.site_id, c.local_date, c.partner_id, case when c.kind = 'cancelled' and c.actor ="
          + " 'visitor' then 'visitor' else 'house' end as who from (select d.site_id,"
          + " d.local_date, coalesce(p.partner_id, 0) as partner_id, e.kind, e.actor from "
          + DAYS
          + " d join session n on n.site_id = d.site_id and n.local_date = d.local_date join slot l"
          + " on l.session_id = n.id join permanence p on p.id = l.permanence_id join"
          + " booking_event e on e.slot_id = l.id"
          + ITS_CANCELLATION
          + " union all select d.site_id, d.local_date, coalesce(b.partner_id, 0) as partner_id,"
          + " e.kind, e.actor from "
          + DAYS
          + " d join gone_slot g on g.site_id = d.site_id and g.start_at >= d.from_at and g.start_at"
          + " < d.before_at join booking_event e on e.slot_id = g.id"
          + ITS_CANCELLATION
          + " join booking b on b.id = e.booking_id union all select d.site_id, d.local_date,"
          + " coalesce(b.partner_id, 0) as partner_id, e.kind, e.actor from "
          + BOOKINGS
          + " join booking_event e on e.booking_id = b.id and e.slot_id = b.slot_id"
          + ITS_CANCELLATION
          + " where not exists (select 1 from slot l where l.id = e.slot_id) and not exists (select"
          + " 1 from gone_slot g where g.id = e.slot_id)) c) x";

  /** As the report of sessions tells it: each has one fate. */
  static final String SESSIONS =
      "(select s.id, s.site_id, s.local_date, coalesce(p.partner_id, 0) as partner_id, s.start_at,"
          + " case when cast(extract(hour from (s.start_at at time zone h.zone)) as integer) < 13"
          + " then 'am' else 'pm' end as half_day,"
          + " case when s.partner_attendance = 'absent' then 'absent'"
          + " when s.withdrawn or s.state = 'cancelled' then 'cancelled'"
          + " when s.state = 'held' and s.stopped_at is not null then 'stopped'"
          + " when s.state = 'held' then 'held'"
          + " when p.host = 'partner' and s.state = 'planned' and extract(epoch from s.start_at) -"
          + " p.confirm_hours * 3600 <= extract(epoch from cast(:now as timestamp with time zone))"
          + " then 'unconfirmed'"
          + " when s.end_at > cast(:now as timestamp with time zone) then 'upcoming'"
          + " when p.host = 'house' then 'held' else 'notRecorded' end as fate from "
          + DAYS
          + " d join session s on s.site_id = d.site_id and s.local_date = d.local_date join"
          + " permanence p on p.id = s.permanence_id join site h on h.id = s.site_id where not"
          + " s.withdrawn or not exists (select 1 from booking b join slot l on l.id = b.slot_id"
          + " where l.session_id = s.id and b.state <> 'cancelled')) x";

  static final String NOTICE =
      "(select x.site_id, x.local_date, x.partner_id, (extract(epoch from x.start_at) - (select"
          + " extract(epoch from max(e.at)) from session_event e where e.session_id = x.id and"
          + " e.kind in ('cancelled', 'withdrawn'))) / 3600 as hours from "
          + SESSIONS
          + " where x.fate = 'cancelled') y";

  private DayRows() {}
}
