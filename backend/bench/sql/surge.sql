-- What the surge left, as `name=value` lines: every seat is a booking's, and none is too many.
\pset tuples_only on
\pset format unaligned
select 'surge_seats=' || count(*) from seat where slot_id between 190000001 and 190000010;
select 'surge_bookings=' || count(*) from booking where permanence_id = 3900001 and state = 'booked';
select 'surge_taken=' || sum(taken) from slot where permanence_id = 3900001;
select 'oversold=' || count(*) from slot s
where s.taken > s.capacity or s.taken <> (select count(*) from seat where slot_id = s.id)
  or s.taken <> (select count(*) from booking b where b.slot_id = s.id and b.state <> 'cancelled');
