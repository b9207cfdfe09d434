-- Workshops, and the stops of a bus.

-- Made for workshops of one title: people find it through its event, not among what they come for every day.
alter table procedure add column workshop boolean default false not null;

-- Where a bus or a round stops, when that is not at its house's own address.
alter table permanence add column stop_insee varchar(5);
alter table permanence add column stop_commune varchar(100);
alter table permanence add column stop_place varchar(150);
alter table permanence add constraint permanence_stop check ((stop_insee is null) = (stop_commune is null));
create index permanence_stop on permanence (stop_insee);
create index site_insee on site (insee);
