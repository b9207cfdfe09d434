#!/usr/bin/env bash
# restore.sh FOLDER: puts back what backup.sh wrote there, into databases that are empty or not there yet: never over data.
# PGHOST, PGPORT, PGUSER and PGPASSWORD (or ~/.pgpass) name the server, as whoever may create databases. Stop the API and Keycloak first.
set -euo pipefail

from=${1:?the folder of one backup}

tables() { psql -qAtX -d "$1" -c "select count(*) from pg_tables where schemaname = 'public'"; }

exists() { [ -n "$(psql -qAtX -d postgres -v name="$1" <<<"select 1 from pg_database where datname = :'name'")" ]; }

role() { [ -n "$(psql -qAtX -d postgres -v name="$1" <<<"select 1 from pg_roles where rolname = :'name'")" ]; }

for dump in "$from"/*.dump; do
  database=$(basename "$dump" .dump)
  if ! role "$database"; then
    printf 'There is no role %s: backend/postgres/databases.sh makes it, with its password.\n' "$database" >&2
    exit 1
  fi
  if exists "$database"; then
    if [ "$(tables "$database")" -ne 0 ]; then
      printf 'The database %s has tables. Rename it, or drop it, and begin again: nothing was changed.\n' "$database" >&2
      exit 1
    fi
  else
    createdb --owner="$database" "$database"
    psql -qX -d postgres -v name="$database" <<<'revoke all on database :"name" from public'
  fi
done
for dump in "$from"/*.dump; do
  database=$(basename "$dump" .dump)
  pg_restore --exit-on-error --single-transaction --dbname="$database" "$dump"
  psql -qX -d "$database" -c analyze
  printf '%s is back: %s tables\n' "$database" "$(tables "$database")"
done
