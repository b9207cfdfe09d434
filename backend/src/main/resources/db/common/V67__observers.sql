-- A préfecture or a département sees the figures of its houses, and nothing else: a role with departments. The old check of the roles has no name to drop it by: a new column.
alter table assignment drop constraint assignment_place;
drop index assignment_role;
alter table assignment rename column role to role_before;
alter table assignment add column role varchar(12);
update assignment set role = role_before;
alter table assignment alter column role set not null;
alter table assignment drop column role_before;
alter table assignment add constraint assignment_roles
  check (role in ('clerk', 'manager', 'partner', 'observer', 'admin', 'integrator'));
alter table assignment add constraint assignment_place check (
  (role in ('clerk', 'manager') and site_id is not null and department is null)
  or (role = 'partner' and (site_id is null or department is null))
  or (role = 'observer' and site_id is null and department is not null)
  or (role in ('admin', 'integrator') and site_id is null and department is null));
create index assignment_role on assignment (role, agent_id);
