\set p random(0, :sites * :permanences - 1)
\set choice random(0, 2)
\set permanence 3000001 + :p
\set site 1000001 + :p / :permanences
\set partner 2001 + (:p / :permanences * 7 + :p % :permanences) % 20
\set procedure 5000001 + (:partner - 2001) * 3 + :choice
select s.id, s.permanence_id, s.start_at, s.end_at, s.capacity, s.taken from permanence p join permanence_procedure pp on pp.permanence_id = p.id and pp.procedure_id = :procedure join slot s on s.permanence_id = p.id where p.site_id = :site and s.start_at >= :soon and s.start_at < :far and not s.closed and s.taken < s.capacity - s.kept_walk_in - s.kept_phone order by s.start_at limit :rows ;
