-- From where a place was taken (a keyed hash of the address, forgotten after some days), and whether who took it is
-- known, or has done a computation for it. What there was before is not counted.
alter table hold add column taken_from varchar(64);
alter table hold add column proved boolean default true not null;
create index hold_taken_from on hold (taken_from, expires_at);

alter table booking add column taken_from varchar(64);
alter table booking add column proved boolean default true not null;
create index booking_taken_from on booking (taken_from, created_at);
create index booking_made on booking (site_id, created_at);

-- A computation serves once, whichever process sees it.
create table used_proof (
  signature varchar(64) not null primary key,
  expires_at timestamp with time zone not null
);
create index used_proof_expiry on used_proof (expires_at);
