-- Houses for the streams beside those of data.sql, up to the number of the whole country. :from, :houses
insert into site (id, name, street, postcode, commune, insee, department, latitude, longitude, zone, holiday_zone, kind,
  takes_appointments)
select 1000001 + i, 'Maison ' || i, i || ' rue de la Mairie', '14000', 'Commune ' || i, '14118', '14',
  43 + random() * 7, -1 + random() * 7, 'Europe/Paris', 'fr', 'fixed', true
from generate_series(:from, :houses - 1) i;
insert into queue_site (site_id, seq, local_date)
select 1000001 + i, 0, current_date from generate_series(0, :houses - 1) i on conflict do nothing;
