-- Where each booking and each visit is: a system of one house does not walk through those of the whole country to list its own.
alter table change_latest add column site_id bigint;
-- Null: the house's own clerks, or nobody's.
alter table change_latest add column partner_id bigint;

update change_latest set
  site_id = (select b.site_id from booking b where b.reference = change_latest.subject),
  partner_id = (select b.partner_id from booking b where b.reference = change_latest.subject)
  where kind = 'booking';
update change_latest set
  site_id = (select max(a.site_id) from attendance f join attendance a on (a.booking_id = f.booking_id
    or a.ticket_id = f.ticket_id or a.counted = f.counted) and a.version = (select max(m.version) from attendance m
    where m.booking_id = f.booking_id or m.ticket_id = f.ticket_id or m.counted = f.counted)
    where f.id = cast(change_latest.subject as bigint)),
  partner_id = (select max(a.partner_id) from attendance f join attendance a on (a.booking_id = f.booking_id
    or a.ticket_id = f.ticket_id or a.counted = f.counted) and a.version = (select max(m.version) from attendance m
    where m.booking_id = f.booking_id or m.ticket_id = f.ticket_id or m.counted = f.counted)
    where f.id = cast(change_latest.subject as bigint))
  where kind = 'visit';

create index change_latest_site on change_latest (kind, site_id, seq);
create index change_latest_partner on change_latest (kind, partner_id, seq);
