-- Communes that are part of another one now. People still say their names.
create table former_commune (
  insee varchar(5) not null primary key,
  name varchar(100) not null,
  current_insee varchar(5) not null references commune on delete cascade
);
create index former_commune_current on former_commune (current_insee);
