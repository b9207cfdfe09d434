-- The reminder of the day is of use until half an hour before the appointment: one that was due an hour before it, at the
-- instant at which it was given up, practically never went.
update outbox set give_up_at = give_up_at + interval '30' minute
where kind = 'morningReminder' and channel <> 'call' and state = 'waiting';
