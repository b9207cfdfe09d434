-- Which permanences' slots each transaction changed, whoever made it: processes that give an answer again ask what is new
-- (class SlotMarks). A row is of use for a second; what is older is swept.
create table slot_mark (
  xact xid8 not null,
  permanence_id bigint not null,
  primary key (xact, permanence_id)
);

create function mark_slot() returns trigger language plpgsql as $$
begin
  insert into slot_mark (xact, permanence_id) values (pg_current_xact_id(), new.permanence_id) on conflict do nothing;
  if new.permanence_id <> old.permanence_id then
    insert into slot_mark (xact, permanence_id) values (pg_current_xact_id(), old.permanence_id) on conflict do nothing;
  end if;
  return null;
end
$$;

-- Weeks of slots are made, and go, in one statement.
create function mark_slots() returns trigger language plpgsql as $$
begin
  insert into slot_mark (xact, permanence_id) select distinct pg_current_xact_id(), permanence_id from rows
  on conflict do nothing;
  return null;
end
$$;

create trigger slot_changed after update on slot for each row when (old.* is distinct from new.*) execute function mark_slot();
create trigger slot_added after insert on slot referencing new table as rows for each statement execute function mark_slots();
create trigger slot_gone after delete on slot referencing old table as rows for each statement execute function mark_slots();
