#!/usr/bin/env bash
# Run once by the image of PostgreSQL, on an empty volume: a database and a user for each of the two servers.
set -euo pipefail

database() {
  psql -v ON_ERROR_STOP=1 -v name="$1" -v password="$2" --username postgres <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
}

database porteouverte "$API_DATABASE_PASSWORD"
database keycloak "$KEYCLOAK_DATABASE_PASSWORD"
