-- Keycloak says no to this agent as the row stands: its answer, and when. The others go on.
alter table agent add column keycloak_refusal varchar(200);
alter table agent add column keycloak_refused_at timestamp with time zone;
