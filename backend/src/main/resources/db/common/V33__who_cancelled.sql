-- Who or what took the appointment away; null: the person did, or it happened before this was noted.
alter table booking add column cancellation_cause varchar(16);
alter table booking add constraint booking_cancellation_cause
  check (cancellation_cause in ('closure', 'partner', 'house', 'leaving', 'planning'));
