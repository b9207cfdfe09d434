-- Acts are done once, on what was seen; who was absent when called waits a while, and in the end is a no-show.

-- callable_at: "next" passes over the person until then; null: no such pause.
alter table ticket add column callable_at timestamp with time zone;

-- "noShow" joins the states. The old check has no name to drop it by: a new column.
alter table ticket drop constraint ticket_desk;
drop index ticket_day;
alter table ticket rename column state to state_before;
alter table ticket add column state varchar(8) default 'waiting' not null;
update ticket set state = state_before;
alter table ticket alter column state drop default;
alter table ticket drop column state_before;
alter table ticket add constraint ticket_state
  check (state in ('waiting', 'called', 'serving', 'parked', 'done', 'missed', 'noShow', 'left'));
alter table ticket add constraint ticket_at_counter
  check ((at_counter_id is not null) = (state in ('called', 'serving')));
create index ticket_day on ticket (site_id, local_date, state);

-- version counts what a manager enters, opening and closing; edited is the version at which a manager entered something.
alter table counter add column edited integer default 0 not null;
update counter set edited = version;

-- What a house sets itself, on the row that every change of its queue locks.
alter table queue_site add column back_off_minutes integer default 5 not null;
alter table queue_site add column calls_at_most integer default 3 not null;
alter table queue_site add column settings_version integer default 0 not null;
alter table queue_site add constraint queue_site_back_off check (back_off_minutes between 0 and 60);
alter table queue_site add constraint queue_site_calls check (calls_at_most between 1 and 10);
