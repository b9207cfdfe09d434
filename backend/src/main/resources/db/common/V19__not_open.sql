-- How many numbers a house gives on one day to people who walk in; no row, or null: to everybody.
create table number_settings (
  site_id bigint not null primary key references site on delete cascade,
  numbers_per_day integer,
  version integer not null default 0,
  constraint number_settings_limit check (numbers_per_day between 1 and 999)
);

-- The same of one permanence.
alter table permanence add column numbers_per_day integer;
alter table permanence add constraint permanence_numbers check (numbers_per_day between 1 and 999);

-- Several changes that were one act, taken back together: the number of the first of them.
alter table queue_event add column act bigint;
