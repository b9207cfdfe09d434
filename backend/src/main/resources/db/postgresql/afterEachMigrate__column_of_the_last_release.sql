-- V90 drops a column that the last release reads at each call of a system. It is back within the same transaction, so that
-- no process ever misses it: decision 065. V96.1 keeps it true from then on; this goes with it.
do $$
begin
  if to_regclass('integrator_partner') is not null and not exists (
      select from information_schema.columns
      where table_schema = current_schema() and table_name = 'integrator' and column_name = 'partner_id') then
    alter table integrator add column partner_id bigint references partner;
    update integrator i set partner_id =
      (select min(p.partner_id) from integrator_partner p where p.integrator_id = i.id);
  end if;
end
$$;
