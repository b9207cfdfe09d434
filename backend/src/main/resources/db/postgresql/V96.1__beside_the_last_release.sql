-- What the last release (docs/released/release) reads or leaves empty, for as long as its processes may stand beside today's:
-- decision 065. All of it goes with the release after this one. H2 has one process, and needs nothing.

-- 1. It numbers changes without saying where they are (V88), and whatever it numbered last may have moved since. Rows that
-- say so themselves, and move, are left alone.
create function place_latest() returns trigger language plpgsql as $$
declare
  told change_entry;
begin
  select * into told from change_entry where seq = new.seq;
  if found then
    new.site_id := told.site_id;
    new.partner_id := told.partner_id;
  end if;
  return new;
end
$$;
create trigger latest_added before insert on change_latest for each row when (new.site_id is null)
  execute function place_latest();
create trigger latest_changed before update on change_latest for each row
  when (new.seq <> old.seq and (new.site_id, new.partner_id) is not distinct from (old.site_id, old.partner_id))
  execute function place_latest();

-- Numbered since V88.
update change_latest l set site_id = c.site_id, partner_id = c.partner_id from change_entry c
  where c.seq = l.seq and (l.site_id, l.partner_id) is distinct from (c.site_id, c.partner_id);

-- 2. It knows one partner of a system at most, in a column that V90 dropped. Of several it is told the first: a system that
-- seemed bound to none would see the appointments of all.
alter table integrator add column if not exists partner_id bigint references partner;
-- Bound by it since V90, then all as it sees them.
delete from integrator_partner p using integrator i where i.id = p.integrator_id and i.partner_id is not null
  and not exists (select from integrator_partner q where q.integrator_id = i.id and q.partner_id = i.partner_id);
insert into integrator_partner (integrator_id, partner_id)
  select i.id, i.partner_id from integrator i where i.partner_id is not null
    and not exists (select from integrator_partner p where p.integrator_id = i.id);
update integrator i set partner_id = (select min(p.partner_id) from integrator_partner p where p.integrator_id = i.id);

create function bind_as_released() returns trigger language plpgsql as $$
declare
  bound bigint := coalesce(new.integrator_id, old.integrator_id);
begin
  update integrator set partner_id = (select min(p.partner_id) from integrator_partner p where p.integrator_id = bound)
    where id = bound;
  return null;
end
$$;
create trigger integrator_partner_released after insert or update or delete on integrator_partner for each row
  when (pg_trigger_depth() = 0) execute function bind_as_released();

create function bind_as_today() returns trigger language plpgsql as $$
begin
  delete from integrator_partner where integrator_id = new.id and partner_id is distinct from new.partner_id;
  if new.partner_id is not null then
    insert into integrator_partner (integrator_id, partner_id) values (new.id, new.partner_id) on conflict do nothing;
  end if;
  return null;
end
$$;
create trigger integrator_added after insert on integrator for each row
  when (pg_trigger_depth() = 0 and new.partner_id is not null) execute function bind_as_today();
-- It writes the whole row with each change of it.
create trigger integrator_bound after update of partner_id on integrator for each row
  when (pg_trigger_depth() = 0 and new.partner_id is distinct from old.partner_id) execute function bind_as_today();
