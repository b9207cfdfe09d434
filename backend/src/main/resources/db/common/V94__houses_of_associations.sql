-- The number of the association that runs a house, which may have no SIRET.
alter table site add column rna varchar(10);
-- A house has a SIRET or an RNA; forms and imports see to it. A process of the last release, which knows no RNA, may write a SIRET beside one.
