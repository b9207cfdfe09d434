-- handed_over: who comes was named by a colleague or the house, and has not said so yet; a confirmation by somebody else does
-- not replace them.
alter table session add column handed_over boolean default false not null;
update session set handed_over = true where agent is not null and exists (
  select 1 from session_event e where e.session_id = session.id and e.kind = 'handedOver' and e.detail = session.agent
    and e.actor <> e.detail);

-- A link is good until its session begins, whenever that is now.
alter table session_link drop column expires_at;

-- Sessions of many houses in a time, and what hangs on a permanence or a house.
create index session_start on session (start_at);
create index session_agent on session (agent, start_at);
create index ticket_permanence on ticket (permanence_id);
create index calendar_feed_permanence on calendar_feed (permanence_id);
create index calendar_feed_site on calendar_feed (site_id);
