-- attendance becomes the record of every visit: booked, walk-in, or counted without either. A row is one version of what is known of a
-- visit; which visit it is, one of booking_id, ticket_id and counted says (counted: a telephone call or a quick question, by a random name).
--
-- Figures read the rows with standing = true: the one version of each visit that counts (null: replaced, or taken back). Never count others.
--   site_id, local_date   the house, and its own day
--   visited_at            arrival; of an appointment without a number its beginning; when somebody counted it
--   permanence_id         who received; null: the house's own counters
--   partner_id            whose matter it was (CAF), whoever received; null: nobody said
--   attendance_procedure  what it was about, the main one first
--   outcome               whether they came; everything below is of those who came (attended)
--   result                what it came to; null: nobody said, and only this visit's coming is known
--   papers_missing        came without papers that were needed: always with result papersMissing, possible with others
--   attendance_document   which ones
--   follow_up_id          the next appointment, if it was made on the spot
--   passed_on_partner_id, passed_on_to   to whom, of result passedOn: a partner, or an organisation in words, or nobody said
--   channel, age_band, insee (commune of residence), aidants_connect, administration_plus
alter table attendance add column site_id bigint references site;
alter table attendance add column local_date date;
alter table attendance add column visited_at timestamp with time zone;
alter table attendance add column counted varchar(22);
alter table attendance add column permanence_id bigint references permanence;
alter table attendance add column partner_id bigint references partner;
alter table attendance add column channel varchar(12) default 'counter' not null;
alter table attendance add column follow_up_id bigint references booking;
alter table attendance add column passed_on_partner_id bigint references partner;
alter table attendance add column passed_on_to varchar(200);
alter table attendance add column age_band varchar(8);
alter table attendance add column insee varchar(5);
alter table attendance add column aidants_connect boolean default false not null;
alter table attendance add column administration_plus boolean default false not null;
alter table attendance add column standing boolean;

-- The old check of the results had no name to drop it by.
alter table attendance rename column result to result_before;
alter table attendance add column result varchar(13);
update attendance set result = result_before;
alter table attendance drop column result_before;

create table attendance_procedure (
  attendance_id bigint not null references attendance on delete cascade,
  position integer not null,
  procedure_id bigint not null references procedure,
  primary key (attendance_id, position)
);
create index attendance_procedure_procedure on attendance_procedure (procedure_id);

create table attendance_document (
  attendance_id bigint not null references attendance on delete cascade,
  document_id bigint not null references document,
  primary key (attendance_id, document_id)
);
create index attendance_document_document on attendance_document (document_id);

-- What there was: the house, the day, who received and for what follow from the number, else from the appointment.
update attendance set
  site_id = (select t.site_id from ticket t where t.id = attendance.ticket_id),
  local_date = (select t.local_date from ticket t where t.id = attendance.ticket_id),
  visited_at = (select t.arrived_at from ticket t where t.id = attendance.ticket_id),
  permanence_id = (select t.permanence_id from ticket t where t.id = attendance.ticket_id)
  where ticket_id is not null;
update attendance set
  site_id = (select b.site_id from booking b where b.id = attendance.booking_id),
  local_date = (select cast(substring(cast(b.start_at at time zone s.zone as varchar(40)) from 1 for 10) as date)
    from booking b join site s on s.id = b.site_id where b.id = attendance.booking_id),
  visited_at = (select b.start_at from booking b where b.id = attendance.booking_id),
  permanence_id = (select b.permanence_id from booking b where b.id = attendance.booking_id)
  where booking_id is not null;
update attendance set
  local_date = (select t.local_date from ticket t where t.booking_id = attendance.booking_id),
  visited_at = (select t.arrived_at from ticket t where t.booking_id = attendance.booking_id),
  permanence_id = (select t.permanence_id from ticket t where t.booking_id = attendance.booking_id)
  where booking_id is not null and exists (select 1 from ticket t where t.booking_id = attendance.booking_id);
insert into attendance_procedure (attendance_id, position, procedure_id)
  select a.id, 0, t.procedure_id from attendance a join ticket t on t.id = a.ticket_id or t.booking_id = a.booking_id;
insert into attendance_procedure (attendance_id, position, procedure_id)
  select a.id, 0, b.procedure_id from attendance a join booking b on b.id = a.booking_id
  where not exists (select 1 from attendance_procedure p where p.attendance_id = a.id);
update attendance set partner_id = (select p.partner_id from attendance_procedure about
  join procedure p on p.id = about.procedure_id where about.attendance_id = attendance.id and about.position = 0);
update attendance set channel = 'bus' where site_id in (select s.id from site s where s.kind = 'bus');
update attendance set standing = true where undone_at is null and booking_id is not null and version =
  (select max(l.version) from attendance l where l.booking_id = attendance.booking_id and l.undone_at is null);
update attendance set standing = true where undone_at is null and ticket_id is not null and version =
  (select max(l.version) from attendance l where l.ticket_id = attendance.ticket_id and l.undone_at is null);

alter table attendance alter column site_id set not null;
alter table attendance alter column local_date set not null;
alter table attendance alter column visited_at set not null;
alter table attendance alter column channel drop default;
alter table attendance drop constraint attendance_of;
alter table attendance add constraint attendance_of check (
  case when booking_id is null then 0 else 1 end + case when ticket_id is null then 0 else 1 end
    + case when counted is null then 0 else 1 end = 1);
alter table attendance add constraint attendance_counted unique (counted, version);
-- Nulls are never equal: at most one version of a visit counts.
alter table attendance add constraint attendance_standing check (standing is null or (standing and undone_at is null));
alter table attendance add constraint attendance_standing_booking unique (booking_id, standing);
alter table attendance add constraint attendance_standing_ticket unique (ticket_id, standing);
alter table attendance add constraint attendance_standing_counted unique (counted, standing);
alter table attendance add constraint attendance_result check (
  result in ('solved', 'autonomous', 'papersMissing', 'continued', 'passedOn', 'gaveUp'));
alter table attendance add constraint attendance_channel check (
  channel in ('counter', 'telephone', 'selfService', 'video', 'bus'));
alter table attendance add constraint attendance_age check (
  age_band in ('under12', 'from12', 'from18', 'from25', 'from40', 'from60', 'from70'));
alter table attendance add constraint attendance_papers check (result <> 'papersMissing' or papers_missing);
alter table attendance add constraint attendance_came check (outcome = 'attended' or (result is null and not papers_missing
  and not aidants_connect and not administration_plus and follow_up_id is null));
alter table attendance add constraint attendance_passed_on check (
  (passed_on_partner_id is null and passed_on_to is null) or result = 'passedOn');
-- The days of all houses, and of one.
create index attendance_day on attendance (local_date, site_id);
create index attendance_site on attendance (site_id, local_date);
