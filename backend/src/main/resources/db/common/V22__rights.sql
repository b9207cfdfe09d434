-- A hold serves once: whoever names it a second time is told so, on whichever road. Kept for a day, as what a repeated
-- request made.
create table used_hold (
  hold_id uuid not null primary key,
  used_at timestamp with time zone not null
);
create index used_hold_used on used_hold (used_at);

-- The houses that an event was made for: who prepares it put their first workshops into it. Who only joins a published
-- event with a workshop of another house has no right over the whole.
create table event_site (
  event_id bigint not null references event on delete cascade,
  site_id bigint not null references site on delete cascade,
  primary key (event_id, site_id)
);
insert into event_site (event_id, site_id)
  select distinct p.event_id, p.site_id from permanence p
  join event e on e.id = p.event_id
  join agent a on a.username = e.created_by
  join agent_site s on s.agent_id = a.id and s.site_id = p.site_id;
