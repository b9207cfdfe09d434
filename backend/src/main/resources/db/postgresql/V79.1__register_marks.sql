-- Which edition of the registers this is: a row for each transaction that changed one of them, with a number drawn at random.
-- A process that remembers registers compares all of them together (bit_xor) with what they were (class Edition). A counter
-- would not do: of two transactions the one that counted first may be seen last.
create table register_mark (
  xact xid8 not null primary key,
  mark bigint not null
);

create function mark_register() returns trigger language plpgsql as $$
begin
  insert into register_mark (xact, mark)
  values (pg_current_xact_id(), ('x' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 16))::bit(64)::bigint)
  on conflict do nothing;
  return null;
end
$$;

-- That rows of slots exist for later days is no change of a permanence.
create function mark_permanence() returns trigger language plpgsql as $$
begin
  new.materialised_until := old.materialised_until;
  if new is distinct from old then
    insert into register_mark (xact, mark)
    values (pg_current_xact_id(), ('x' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 16))::bit(64)::bigint)
    on conflict do nothing;
  end if;
  return null;
end
$$;

do $$
declare
  register text;
begin
  foreach register in array array['site', 'partner', 'procedure', 'procedure_document', 'document', 'procedure_adaptation',
    'procedure_adaptation_document', 'permanence', 'permanence_procedure', 'event', 'message_settings']
  loop
    execute format('create trigger %I after insert or delete on %I for each row execute function mark_register()',
      register || '_marked', register);
    -- An update that changes nothing is a lock.
    if register = 'permanence' then
      execute format('create trigger %I after update on %I for each row execute function mark_permanence()',
        register || '_changed', register);
    else
      execute format('create trigger %I after update on %I for each row when (old.* is distinct from new.*)'
        ' execute function mark_register()', register || '_changed', register);
    end if;
  end loop;
end
$$;
