#!/usr/bin/env bash
# backup.sh FOLDER: writes both databases of an installation on PostgreSQL into a new dated folder there, and prints its name.
# PGHOST, PGPORT, PGUSER and PGPASSWORD (or ~/.pgpass) name the server; DATABASES others than "porteouverte keycloak".
# While people book: each database is written as it stood at one moment.
set -euo pipefail
umask 077 # people's names are in it

into=${1:?the folder that keeps the backups}/$(date -u +%Y-%m-%dT%H-%M-%SZ)
mkdir -p "$into.part"
for database in ${DATABASES:-porteouverte keycloak}; do
  pg_dump --format=custom --file="$into.part/$database.dump" "$database"
  pg_restore --list "$into.part/$database.dump" >/dev/null # it can be read
done
mv "$into.part" "$into" # whole, or not there under its name
printf '%s\n' "$into"
