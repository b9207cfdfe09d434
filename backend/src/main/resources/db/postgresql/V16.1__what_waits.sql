-- Only what waits and is sent: neither what was sent in a year nor what waits to be told by telephone is passed over.
drop index outbox_due;
drop index outbox_fresh;
create index outbox_due on outbox (due_at, id) where state = 'waiting' and channel <> 'call';
create index outbox_fresh on outbox (created_at, id) where state = 'waiting' and channel <> 'call';
-- Slots with places kept for a while: the sweeper looks for them every minute.
create index slot_next_expiry on slot (next_expiry) where next_expiry is not null;
