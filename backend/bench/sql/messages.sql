-- A bench at night measures the same: nobody sleeps.
insert into message_settings (site_id, reminder_days, reminder_time, morning_reminder, morning_time, quiet_from, quiet_to, waitlist)
select id, 2, '18:00', true, '08:00', '00:00', '00:00', true from site
on conflict (site_id) do update set quiet_to = message_settings.quiet_from;
-- As many reminders as :messages, all due now, of bookings that were there before.
insert into outbox (uid, kind, cause, recipient, channel, state, site_id, booking_id, created_at, due_at, give_up_at)
select gen_random_uuid(), 'reminder', 'booking/' || id || '/0', 'booking/' || id || '/email', 'email', 'waiting', site_id, id,
  created_at - interval '1 day', now(), start_at - interval '1 hour'
from (select * from booking where id < 500000000 and state = 'booked' and email like 'camille.%'
      and start_at > now() + interval '2 days' order by id limit :messages) b
on conflict (kind, cause, recipient) do update set due_at = excluded.due_at, created_at = excluded.created_at;
