-- A system may be bound to several partners: one program that agents of CAF and of MSA both use.
create table integrator_partner (
  integrator_id bigint not null references integrator on delete cascade,
  partner_id bigint not null references partner,
  primary key (integrator_id, partner_id)
);
create index integrator_partner_partner on integrator_partner (partner_id);

insert into integrator_partner (integrator_id, partner_id)
  select id, partner_id from integrator where partner_id is not null;
alter table integrator drop column partner_id;
