-- "desk", the last word for a counter that was left. The old checks have no name to drop them by: new columns.
alter table queue_event rename column origin to origin_before;
alter table queue_event add column origin varchar(8) default 'counter' not null;
update queue_event set origin = case when origin_before = 'desk' then 'counter' else origin_before end;
alter table queue_event alter column origin drop default;
alter table queue_event drop column origin_before;
alter table queue_event add constraint queue_event_origin check (origin in ('counter', 'kiosk', 'late', 'system'));

alter table booking_event rename column origin to origin_before;
alter table booking_event add column origin varchar(8) default 'counter' not null;
update booking_event set origin = case when origin_before = 'desk' then 'counter' else origin_before end;
alter table booking_event alter column origin drop default;
alter table booking_event drop column origin_before;
alter table booking_event add constraint booking_event_origin
  check (origin in ('online', 'counter', 'kiosk', 'late', 'system'));
