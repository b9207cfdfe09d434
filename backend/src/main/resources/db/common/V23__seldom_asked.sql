-- A person is corrected: since when an address is this one. What came back before does not tell of it.
alter table booking add column email_since timestamp with time zone;
alter table booking add column phone_since timestamp with time zone;
alter table booking_event drop constraint booking_event_kind;
alter table booking_event add constraint booking_event_kind check (kind in ('booked', 'moved', 'cancelled', 'arrived',
  'unarrived', 'cancelledByHouse', 'rebooked', 'corrected'));

-- The old check of the results has no name to drop it by: a new column.
alter table call_result rename column result to result_before;
alter table call_result add column result varchar(16) default 'reached' not null;
update call_result set result = result_before;
alter table call_result alter column result drop default;
alter table call_result drop column result_before;
alter table call_result add constraint call_result_result
  check (result in ('reached', 'noAnswer', 'moved', 'cancelled', 'toldOtherwise', 'unreachable'));

-- Wrong codes of one reference, whether or not it exists: its name is a keyed hash.
create table slip_tries (
  subject varchar(64) not null primary key,
  wrong integer not null check (wrong >= 0),
  since timestamp with time zone not null
);
create index slip_tries_since on slip_tries (since);
