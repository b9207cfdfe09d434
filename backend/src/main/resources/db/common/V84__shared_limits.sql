-- What callers have left of what they may ask in a time, over all processes: rows of a library (bucket4j), by a keyed hash.
create table caller_limit (
  id varchar(32) not null primary key,
  state bytea,
  expires_at bigint
);
create index caller_limit_expiry on caller_limit (expires_at);
