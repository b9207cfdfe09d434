-- Keycloak learns of a change after the transaction, by a worker that may have to try again: the row remembers.
alter table agent add column keycloak_due boolean default true not null;
