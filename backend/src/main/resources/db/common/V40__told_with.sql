-- Several appointments of one person that the house takes away on one day are told in one message. Each keeps its own row.
-- told_with: the same in all rows that wait to go in one message, and from the sending on the row in whose message they
-- went, which names itself; null: by itself.
alter table outbox add column told_with bigint references outbox;
create index outbox_told_with on outbox (told_with);
