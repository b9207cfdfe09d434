-- The number of the association that runs a house, which may have no SIRET.
alter table site add column rna varchar(10);
alter table site add constraint site_siret_or_rna check (siret is null or rna is null);
