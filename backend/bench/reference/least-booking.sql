\set n :n + 1
\set k :first + :n * :clients + :client_id
\set j (:k * 48271) % :free
\set visit :j / 2
\set slot 100000001 + :visit * 8 + 6 + :j % 2
\set session 200000001 + :visit
\set p :visit % (:sites * :permanences)
\set choice :k % 3
\set reference 10000000 + :k
\set email 1000000000 + :k
\set lock 2000000000 + :k
\set key 3000000000 + :k
\set cause 5000000000 + :k
\set recipient 6000000000 + :k
\set permanence 3000001 + :p
\set site 1000001 + :p / :permanences
\set partner 2001 + (:p / :permanences * 7 + :p % :permanences) % 20
\set procedure 5000001 + (:partner - 2001) * 3 + :choice
with k as (insert into idempotency (scope, idempotency_key, request_hash, created_at, result) values (:scope, 'least-' || :key, :hash, :now, 'known') on conflict do nothing returning 1), l as (select s.id, s.start_at, s.end_at, s.permanence_id, p.site_id, p.partner_id from slot s join permanence p on p.id = s.permanence_id where s.id = :slot and not s.closed and s.taken < s.capacity and exists (select 1 from k) and (select count(*) from booking where email = :email || '' and end_at > now() and state = 'booked') < 3 for update of s), b as (insert into booking (reference, state, site_id, partner_id, procedure_id, permanence_id, slot_id, start_at, end_at, first_name, last_name, email, language, contact_by, created_at, updated_at) select :reference, :booked, site_id, partner_id, :procedure, permanence_id, id, start_at, end_at, :first_name, :last_name, :email || '', :language, :by_mail, :now, :now from l returning *), t as (insert into seat (slot_id, seat, booking_id) select slot_id, 1, id from b), u as (update slot set taken = taken + 1 where id in (select id from l)), e as (insert into booking_event (booking_id, kind, at, actor, origin, slot_id) select id, :booked, :now, :visitor, :online, slot_id from b), c as (insert into change_entry (type, at, site_id, partner_id, subject, version, start_at, done_by) select 'booking.created', :now, site_id, partner_id, reference, 0, start_at, :visitor from b) insert into outbox (uid, kind, cause, recipient, channel, state, site_id, booking_id, created_at, due_at, give_up_at) select gen_random_uuid(), :confirmation, 'booking/' || id || '/0', 'booking/' || id || '/email', :by_mail, 'waiting', site_id, id, :now, :now, start_at from b ;
