-- The house booked for somebody on the telephone.
alter table booking_event drop constraint booking_event_origin;
alter table booking_event add constraint booking_event_origin
  check (origin in ('online', 'counter', 'phone', 'kiosk', 'late', 'api', 'system'));

-- How the figures were counted: those of another way are counted anew.
alter table figure_run add column way integer default 1 not null;
