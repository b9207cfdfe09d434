-- What the surges left, as `name=value` lines: every seat is a booking's, and none is too many.
\pset tuples_only on
\pset format unaligned
select 'surge_seats=' || count(*) from seat where slot_id between 190000001 and 190000040;
select 'surge_bookings=' || count(*) from booking where permanence_id between 3900001 and 3900004 and state = 'booked';
select 'surge_taken=' || sum(taken) from slot where permanence_id between 3900001 and 3900004;
select 'oversold=' || count(*) from slot s
where s.taken > s.capacity or s.taken <> (select count(*) from seat where slot_id = s.id)
  or s.taken <> (select count(*) from booking b where b.slot_id = s.id and b.state <> 'cancelled');
-- The whole table: as many seats as places taken as bookings that stand.
select 'all_seats=' || (select count(*) from seat);
select 'all_taken=' || (select sum(taken) from slot);
select 'all_bookings=' || (select count(*) from booking where state <> 'cancelled');
