-- What people say when they mean a procedure ("chômage", "CMU", "je veux divorcer"): data of the procedure, in any language.
create table procedure_synonym (
  procedure_id bigint not null references procedure on delete cascade,
  position integer not null,
  words varchar(100) not null,
  primary key (procedure_id, position)
);
