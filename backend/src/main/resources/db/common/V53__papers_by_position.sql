-- A paper taken out of the middle of the list moves the others up one by one: for a moment two positions have the same paper, which the
-- key of before refused. The old key has no name to drop it by: a new table.
create table procedure_document_by_position (
  procedure_id bigint not null references procedure on delete cascade,
  position integer not null,
  document_id bigint not null references document,
  required boolean not null,
  primary key (procedure_id, position)
);
insert into procedure_document_by_position (procedure_id, position, document_id, required)
  select procedure_id, row_number() over (partition by procedure_id order by position, document_id) - 1, document_id, required
  from procedure_document;
drop table procedure_document;
alter table procedure_document_by_position rename to procedure_document;
create index procedure_document_document on procedure_document (document_id);
