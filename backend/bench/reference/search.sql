\set p random(0, :sites * :permanences - 1)
\set choice random(0, 2)
\set permanence 3000001 + :p
\set site 1000001 + :p / :permanences
\set partner 2001 + (:p / :permanences * 7 + :p % :permanences) % 20
\set procedure 5000001 + (:partner - 2001) * 3 + :choice
select s1_0.id,s1_0.street,s1_0.complement,s1_0.postcode,s1_0.commune,s1_0.insee,s1_0.comment,s1_0.contact_required,s1_0.department,s1_0.email,s1_0.holiday_zone,s1_0.kind,s1_0.latitude,s1_0.longitude,s1_0.name,s1_0.official_id,s1_0.phone,s1_0.takes_appointments,s1_0.version,s1_0.zone from Site s1_0 where s1_0.id=:site ;
select p1_0.id,p1_0.channel,p1_0.code,p1_0.duration_minutes,p1_0.partner_id,p1_0.title_en,p1_0.title_fr,p1_0.version,p1_0.workshop from Procedure p1_0 where p1_0.id=:procedure ;
select p1_0.id,s1_0.id,s1_0.zone,p1_0.partner_id,p1_0.slot_minutes,p1_0.notice_minutes,p1_0.horizon_days from Permanence p1_0 join Site s1_0 on s1_0.id=p1_0.site_id join permanence_procedure p2_0 on p1_0.id=p2_0.permanence_id where p2_0.procedure_id=:procedure and p1_0.mode<>'walkIn' and (p1_0.event_id is null or exists(select 1 from Event e1_0 where e1_0.id=p1_0.event_id and e1_0.published)) and s1_0.id=:site order by p1_0.id ;
select s.id, s.permanence_id, s.start_at, s.capacity - s.kept_walk_in - s.kept_phone, s.capacity - s.kept_walk_in - s.kept_phone - s.taken + case when s.next_expiry <= :now then (select count(*) from seat x where x.slot_id = s.id and x.expires_at <= :now) else 0 end from slot s where s.permanence_id = :permanence and s.start_at >= :soon and s.start_at < :far and not s.closed and (s.taken < s.capacity - s.kept_walk_in - s.kept_phone or s.next_expiry <= :now and s.taken - (select count(*) from seat x where x.slot_id = s.id and x.expires_at <= :now) < s.capacity - s.kept_walk_in - s.kept_phone) order by s.permanence_id, s.start_at limit :rows ;
