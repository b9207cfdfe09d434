-- Slots that the calendar took back: who saw one a moment ago is told so, and offered others. Until their time is over.
create table gone_slot (
  id bigint not null primary key,
  site_id bigint not null references site,
  start_at timestamp with time zone not null
);
create index gone_slot_start on gone_slot (start_at);
