-- Who waits now, of all tickets that there ever were: read every quarter of a minute for who runs the installation.
create index ticket_waiting on ticket (arrived_at, site_id) where state = 'waiting';
-- Changes without a number yet, likewise.
create index change_unnumbered on change_entry (at) where seq is null;
