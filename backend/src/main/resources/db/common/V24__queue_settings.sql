-- What a house sets of its queue is one row: how many numbers it gives on one day to people who walk in joins it; null: to everybody.
alter table queue_site add column numbers_per_day integer;
alter table queue_site add constraint queue_site_numbers check (numbers_per_day between 1 and 999);

insert into queue_site (site_id, local_date)
  select n.site_id, current_date from number_settings n
  where not exists (select 1 from queue_site q where q.site_id = n.site_id);
update queue_site set
  numbers_per_day = (select n.numbers_per_day from number_settings n where n.site_id = queue_site.site_id),
  settings_version = settings_version + 1
  where site_id in (select n.site_id from number_settings n);
drop table number_settings;
