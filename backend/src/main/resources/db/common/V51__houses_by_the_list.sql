-- The national list changes a house, or that is taken back: lines of its history as those of people are.
alter table register_change drop constraint register_change_act;
alter table register_change add constraint register_change_act check (act in
  ('before', 'created', 'changed', 'archived', 'broughtBack', 'imported', 'undone', 'opened', 'hidden', 'listed', 'listUndone'));
