-- Figures of each day of each house, counted from the rows of tickets, appointments, visits and sessions. All of it may be
-- thrown away: it is counted again with the same result. Nothing of a person is in it, and nothing hangs on it.
-- partner_id: who received, 0 for the house's own clerks. figure: what is counted; detail: of what kind.
create table figure_day (
  site_id bigint not null,
  local_date date not null,
  partner_id bigint not null,
  figure varchar(16) not null,
  detail varchar(24) not null,
  number bigint not null,
  primary key (site_id, local_date, partner_id, figure, detail)
);
create index figure_day_date on figure_day (local_date, partner_id);

-- The same of a calendar month (its first day), and of all houses of a department.
create table figure_month (
  site_id bigint not null,
  local_month date not null,
  partner_id bigint not null,
  figure varchar(16) not null,
  detail varchar(24) not null,
  number bigint not null,
  primary key (site_id, local_month, partner_id, figure, detail)
);
create index figure_month_month on figure_month (local_month, figure);
create table figure_area (
  department varchar(3) not null,
  local_month date not null,
  partner_id bigint not null,
  figure varchar(16) not null,
  detail varchar(24) not null,
  number bigint not null,
  primary key (department, local_month, partner_id, figure, detail)
);
create index figure_area_month on figure_area (local_month);

-- Of each house: where its figures are added up, and the first day that is not counted yet.
create table figure_house (
  site_id bigint not null primary key,
  department varchar(3) not null,
  counted_until date not null
);

-- One row, which whoever counts locks: until when changes were looked for.
create table figure_run (
  id smallint not null primary key,
  looked_until timestamp with time zone not null,
  constraint figure_run_one check (id = 1)
);

-- The days that are being counted; empty between transactions.
create table figure_work (
  site_id bigint not null,
  local_date date not null,
  from_at timestamp with time zone not null,
  before_at timestamp with time zone not null,
  local_month date not null,
  next_month date not null,
  primary key (site_id, local_date)
);

-- What changed since: also of days that are long over.
create index booking_event_at on booking_event (at);
create index queue_event_recorded on queue_event (recorded_at);
create index session_event_at on session_event (at);
create index attendance_at on attendance (at);
create index attendance_undone on attendance (undone_at);
