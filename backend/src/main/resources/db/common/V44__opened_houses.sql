-- A house goes live, or is hidden again: also a line of its history. The old check has no name to drop it by: a new column.
alter table register_change rename column act to act_before;
alter table register_change add column act varchar(12) default 'changed' not null;
update register_change set act = act_before;
alter table register_change alter column act drop default;
alter table register_change drop column act_before;
alter table register_change add constraint register_change_act check (act in
  ('before', 'created', 'changed', 'archived', 'broughtBack', 'imported', 'undone', 'opened', 'hidden'));
