-- The appointments and permanences that a row of an import concerns, as they were when it was looked at.
alter table import_row add column touched varchar(60000) default '[]' not null;
