-- Who took a mark back; null: it stands, or was taken back before this was kept.
alter table attendance add column undone_by varchar(100);

-- unheld: only marks had said that it took place, and none does any more.
alter table session_event drop constraint session_event_kind;
alter table session_event add constraint session_event_kind
  check (kind in ('confirmed', 'unconfirmed', 'late', 'handedOver', 'cancelled', 'reinstated', 'held', 'absent', 'moved',
    'withdrawn', 'stopped', 'unheld'));
