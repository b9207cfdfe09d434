-- V93.1 locks slots, then seats; who books writes a seat, then its slot, and one of the two would be broken off. A migration
-- that people's databases have is not edited, so seats are locked first: decision 065. This goes with V96.1's triggers.
do $$
begin
  if to_regclass('integrator_partner') is not null and to_regclass('slot_mark') is null then
    lock table seat in share mode;
  end if;
end
$$;
