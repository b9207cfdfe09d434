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
BEGIN ;
insert into idempotency (scope, idempotency_key, request_hash, created_at) values (:scope, :key, :hash, :now) on conflict do nothing ;
select s1_0.id,s1_0.session_id,s1_0.permanence_id,s1_0.start_at,s1_0.end_at from Slot s1_0 where s1_0.id in (:slot) \gset
select p1_0.id,p1_0.capacity,p1_0.change_deadline_minutes,p1_0.capacity as confirm_hours,p1_0.event_id,p1_0.first_date,p1_0.follows_id,p1_0.from_time,p1_0.horizon_days,p1_0.host,p1_0.kept_phone,p1_0.kept_walk_in,p1_0.materialised_until,p1_0.mode,p1_0.notice_minutes,p1_0.open_on_holidays,p1_0.origin,p2_0.id,p2_0.booking_url,p2_0.code,p2_0.name_en,p2_0.name_fr,p2_0.url,p2_0.version,p1_0.room,p1_0.rrule,p1_0.site_id,s1_0.id,s1_0.street,s1_0.complement,s1_0.postcode,s1_0.commune,s1_0.insee,s1_0.comment,s1_0.contact_required,s1_0.department,s1_0.email,s1_0.holiday_zone,s1_0.kind,s1_0.latitude,s1_0.longitude,s1_0.name,s1_0.official_id,s1_0.phone,s1_0.takes_appointments,s1_0.version,s1_0.zone,p1_0.slot_minutes,p1_0.stop_commune,p1_0.stop_insee,p1_0.stop_place,p1_0.title_en,p1_0.title_fr,p1_0.to_time,p1_0.until_date,p1_0.version,p3_1.id,p3_1.channel,p3_1.code,p3_1.duration_minutes,p3_1.partner_id,p4_0.id,p4_0.booking_url,p4_0.code,p4_0.name_en,p4_0.name_fr,p4_0.url,p4_0.version,p3_1.title_en,p3_1.title_fr,p3_1.version,p3_1.workshop from Permanence p1_0 join Site s1_0 on s1_0.id=p1_0.site_id left join Partner p2_0 on p2_0.id=p1_0.partner_id join permanence_procedure p3_0 on p1_0.id=p3_0.permanence_id join Procedure p3_1 on p3_1.id=p3_0.procedure_id join Partner p4_0 on p4_0.id=p3_1.partner_id where p1_0.id=:permanence and p3_0.procedure_id=:procedure ;
select * from slot where id in (:slot) order by start_at, id for update ;
insert into named_lock (name) values (:lock) on conflict do nothing ;
select count(*) from Booking b1_0 where b1_0.email=:email and b1_0.end_at>:now and b1_0.state=:booked and b1_0.partner_id=:partner ;
insert into Booking (created_at,end_at,cancellation_reason,cancelled_session_id,follow_up_of,partner_id,permanence_id,procedure_id,reference,secret_version,sequence,site_id,slot_id,start_at,state,updated_at,version,first_name,last_name,email,phone,language,contact_by,booked_by) values (:now,:end_at,null,null,null,:partner,:permanence,:procedure,:reference,:one,:zero,:site,:slot,:start_at,:booked,:now,:zero,:first_name,:last_name,:email,null,:language,:by_mail,null)
RETURNING * \gset
insert into seat (slot_id, seat, booking_id) values (:slot, :one, :id) ;
update Slot set capacity=:one,closed=:no,end_at=:end_at,kept_phone=:zero,kept_walk_in=:zero,next_expiry=null,permanence_id=:permanence,session_id=:session,start_at=:start_at,taken=:one where id=:slot ;
insert into booking_event (booking_id, kind, at, actor, origin, slot_id) values (:id, :booked, :now, :visitor, :online, :slot) ;
select ms1_0.site_id,ms1_0.waitlist,ms1_0.morning_reminder,ms1_0.morning_time,ms1_0.quiet_from,ms1_0.quiet_to,ms1_0.reminder_days,ms1_0.reminder_time,ms1_0.version from message_settings ms1_0 where ms1_0.site_id=:site ;
insert into outbox (uid, kind, cause, recipient, channel, state, site_id, booking_id, detail, created_at, due_at, give_up_at) values (gen_random_uuid(), :confirmation, :cause, :recipient, :by_mail, 'waiting', cast(:site as bigint), cast(:id as bigint), cast(:detail as varchar), :now, :now, :start_at) on conflict do nothing ;
insert into outbox (uid, kind, cause, recipient, channel, state, site_id, booking_id, detail, created_at, due_at, give_up_at) values (gen_random_uuid(), :reminder, :cause, :recipient, :by_mail, 'waiting', cast(:site as bigint), cast(:id as bigint), cast(null as varchar), :now, :evening, :morning) on conflict do nothing ;
insert into outbox (uid, kind, cause, recipient, channel, state, site_id, booking_id, detail, created_at, due_at, give_up_at) values (gen_random_uuid(), :morning_reminder, :cause, :recipient, :by_mail, 'waiting', cast(:site as bigint), cast(:id as bigint), cast(null as varchar), :now, :morning, :late) on conflict do nothing ;
update idempotency set result = :id where scope = :scope and idempotency_key = :key ;
select d1_0.procedure_id,d1_0.position,d1_0.document_id,d2_0.id,d2_0.code,d2_0.label_en,d2_0.label_fr,d1_0.required from procedure_document d1_0 left join Document d2_0 on d2_0.id=d1_0.document_id where d1_0.procedure_id=:procedure ;
COMMIT ;
