-- The calendar moved a session that somebody had promised to hold, or has it no more: its history says so.
alter table session_event drop constraint session_event_kind;
alter table session_event add constraint session_event_kind
  check (kind in ('confirmed', 'unconfirmed', 'late', 'handedOver', 'cancelled', 'reinstated', 'held', 'absent', 'moved',
    'withdrawn'));
