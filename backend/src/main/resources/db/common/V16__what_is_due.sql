-- In the order in which messages are taken: of ten thousand that are due at the same moment only the next ones are read.
drop index outbox_due;
create index outbox_due on outbox (state, due_at, id);
create index outbox_fresh on outbox (state, created_at, id);
