-- session_id: marked with everybody else of that session by one tap, which can be taken back for a while.
-- undone_at: taken back; the row stays and counts no more.
alter table attendance add column session_id bigint references session;
alter table attendance add column undone_at timestamp with time zone;
create index attendance_session on attendance (session_id, actor);

-- A partner's agent asks for the partner's sessions in all houses.
create index permanence_partner on permanence (partner_id);
