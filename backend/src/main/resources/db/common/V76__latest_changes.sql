-- The last change of each booking and each visit, in the order of all changes: who lists them by it skips and repeats
-- nothing. A row moves on with each change of what it names.
create table change_latest (
  kind varchar(10) not null check (kind in ('booking', 'visit')),
  -- A booking's reference; the id of the first version of a visit.
  subject varchar(40) not null,
  seq bigint not null,
  at timestamp(6) with time zone not null,
  primary key (kind, subject)
);
create index change_latest_seq on change_latest (kind, seq);

-- Those that there are come before all that changes from now on.
insert into change_latest (kind, subject, seq, at)
  select 'booking', b.reference, b.id - 1000000000000, b.updated_at from booking b;
insert into change_latest (kind, subject, seq, at)
  select 'visit', cast(min(a.id) as varchar(40)), min(a.id) - 1000000000000, max(a.at) from attendance a
    group by a.booking_id, a.ticket_id, a.counted;
