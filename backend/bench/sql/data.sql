-- What the bench measures on: houses, permanences, sessions, slots, and the bookings that people made so far.
-- psql variables: sites, permanences (of each site). Every id tells what it is and is computed from its place, so that a
-- load generator knows a free slot, its session and its permanence without asking the database. load/ids.lua says how.
\set ON_ERROR_STOP on
\set sessions 25
\set slots 8
set timezone = 'UTC';
set synchronous_commit = off;
-- The rows below are consistent by construction; checking half a million references one by one only takes time.
set session_replication_role = replica;
select setseed(0.42);

insert into partner (id, code, name_fr, name_en)
select 2001 + q, 'bench-' || q, 'Partenaire ' || q, 'Partner ' || q from generate_series(0, 19) q;

insert into document (id, code, label_fr, label_en)
select 6001 + d, 'bench-' || d, 'Papier ' || d, 'Paper ' || d from generate_series(0, 9) d;

insert into procedure (id, code, partner_id, title_fr, title_en, duration_minutes, channel)
select 5000001 + n, 'bench-' || n, 2001 + n / 3, 'Démarche ' || n, 'Procedure ' || n, 30, 'both'
from generate_series(0, 59) n;

insert into procedure_document (procedure_id, document_id, required, position)
select 5000001 + n, 6001 + (n + d) % 10, d < 2, d from generate_series(0, 59) n, generate_series(0, 2) d;

insert into site (id, name, street, postcode, commune, insee, department, latitude, longitude, zone, holiday_zone, kind,
  takes_appointments)
select 1000001 + i, 'Maison ' || i, i || ' rue de la Mairie', '14000', 'Commune ' || i, '14118', '14',
  43 + random() * 7, -1 + random() * 7, 'Europe/Paris', 'fr', 'fixed', true
from generate_series(0, :sites - 1) i;

insert into opening_range (site_id, weekday, from_time, to_time, mode)
select 1000001 + i, day, '09:00', '17:00', 'both' from generate_series(0, :sites - 1) i, generate_series(1, 5) day;

-- materialised_until: the nightly job has nothing to add while the bench runs.
insert into permanence (id, site_id, host, partner_id, rrule, first_date, from_time, to_time, mode, slot_minutes, capacity,
  notice_minutes, horizon_days, change_deadline_minutes, materialised_until)
select 3000001 + p, 1000001 + p / :permanences, 'partner', 2001 + (p / :permanences * 7 + p % :permanences) % 20,
  'FREQ=WEEKLY;BYDAY=MO,TH', current_date, '09:00', '13:00', 'appointment', 30, 1,
  60, 91, 120, date '2099-01-01'
from generate_series(0, :sites * :permanences - 1) p;

insert into permanence_procedure (permanence_id, procedure_id)
select 3000001 + p, 5000001 + (p / :permanences * 7 + p % :permanences) % 20 * 3 + n
from generate_series(0, :sites * :permanences - 1) p, generate_series(0, 2) n;

-- In the order in which the rolling window makes them: day after day for all permanences. The slots of one session lie
-- together, those of a permanence do not.
insert into session (id, permanence_id, site_id, local_date, start_at, end_at, state)
select 200000001 + s * :sites * :permanences + p, 3000001 + p, 1000001 + p / :permanences, day,
  (day + time '09:00' + p % 2 * interval '4 hours') at time zone 'Europe/Paris',
  (day + time '13:00' + p % 2 * interval '4 hours') at time zone 'Europe/Paris', 'planned'
from generate_series(0, :sessions - 1) s, generate_series(0, :sites * :permanences - 1) p,
  lateral (select current_date + 2 + s * 7 / 2 + p % 3 as day) d
order by 1;

-- The last two slots of each session are free: they are what the bench books. Of the others the nearer ones are fuller.
insert into slot (id, session_id, permanence_id, start_at, end_at, capacity, taken)
select 100000001 + (s.id - 200000001) * :slots + n, s.id, s.permanence_id, s.start_at + n * interval '30 minutes',
  s.start_at + (n + 1) * interval '30 minutes', p.capacity,
  case when n < 6 and random() < 0.6 - 0.5 * (s.local_date - current_date) / 91 then p.capacity else 0 end
from session s join permanence p on p.id = s.permanence_id, generate_series(0, :slots - 1) n
order by 1;

insert into booking (id, reference, state, site_id, partner_id, procedure_id, permanence_id, slot_id, start_at, end_at,
  first_name, last_name, email, language, contact_by, created_at, updated_at)
select 400000001 + n, 'Z' || lpad(to_hex(n), 7, '0'), 'booked', p.site_id, p.partner_id,
  5000001 + (p.partner_id - 2001) * 3 + n % 3, s.permanence_id, s.id, s.start_at, s.end_at,
  'Camille', 'Martin ' || n, 'camille.' || n || '@example.org', 'fr', 'email', now(), now()
from (select s.*, row_number() over (order by s.id, seat) - 1 as n
      from slot s, lateral generate_series(1, s.taken) seat) s
  join permanence p on p.id = s.permanence_id;

insert into seat (slot_id, seat, booking_id)
select slot_id, row_number() over (partition by slot_id order by id), id from booking;

insert into booking_event (booking_id, kind, at, actor, origin, slot_id)
select id, 'booked', created_at, 'visitor', 'online', slot_id from booking;

-- The surges: four sessions of ten slots with a hundred places each, at the first house, for a procedure of their own.
insert into procedure (id, code, partner_id, title_fr, title_en, duration_minutes, channel)
values (5900001, 'bench-surge', 2001, 'Ruée', 'Surge', 30, 'both');
insert into permanence (id, site_id, host, partner_id, rrule, first_date, from_time, to_time, mode, slot_minutes, capacity,
  notice_minutes, horizon_days, change_deadline_minutes, materialised_until)
select 3900001 + s, 1000001, 'partner', 2001, 'FREQ=DAILY', current_date, '09:00', '14:00', 'appointment', 30, 100, 60, 91, 120,
  date '2099-01-01' from generate_series(0, 3) s;
insert into permanence_procedure (permanence_id, procedure_id) select 3900001 + s, 5900001 from generate_series(0, 3) s;
insert into session (id, permanence_id, site_id, local_date, start_at, end_at, state)
select 290000001 + s, 3900001 + s, 1000001, current_date + 7, current_date + 7 + time '09:00', current_date + 7 + time '14:00',
  'planned' from generate_series(0, 3) s;
insert into slot (id, session_id, permanence_id, start_at, end_at, capacity)
select 190000001 + s * 10 + n, 290000001 + s, 3900001 + s, current_date + 7 + time '09:00' + n * interval '30 minutes',
  current_date + 7 + time '09:30' + n * interval '30 minutes', 100
from generate_series(0, 3) s, generate_series(0, 9) n;

select setval(pg_get_serial_sequence('booking', 'id'), max(id)) from booking;
set session_replication_role = default;
vacuum (analyze);
checkpoint;
