-- A partner who was there had to leave: the session was held until then.
alter table session add column stopped_at timestamp with time zone;
alter table session add constraint session_stopped check (stopped_at > start_at);

alter table session_event drop constraint session_event_kind;
alter table session_event add constraint session_event_kind
  check (kind in ('confirmed', 'unconfirmed', 'late', 'handedOver', 'cancelled', 'reinstated', 'held', 'absent', 'moved',
    'withdrawn', 'stopped'));
