-- A booking writes three messages, none of which has a number of a provider or goes with another: they need no entry there.
drop index outbox_provider;
drop index outbox_told_with;
create index outbox_provider on outbox (provider_id) where provider_id is not null;
create index outbox_told_with on outbox (told_with) where told_with is not null;
