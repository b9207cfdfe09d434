-- What is kept back of a slot is a part of it; the later part of a series is found from the earlier one.
alter table slot add constraint slot_kept
  check (kept_phone >= 0 and kept_walk_in >= 0 and kept_phone + kept_walk_in <= capacity);
create index permanence_follows on permanence (follows_id);
