-- Links by which somebody gets a first password, or a new one: an agent who was invited; or, without an agent, the first
-- administrator of an empty installation. What opens them is derived from the server's key and stands nowhere.
create table entry_link (
  id uuid not null primary key,
  agent_id bigint references agent on delete cascade,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create index entry_link_agent on entry_link (agent_id);
