# shellcheck shell=bash
# Backups that are put back: what backend/docs/operating.md tells an operator to do, done on a server of the test's own.

# debian_postgres: the folder of the newest programs of PostgreSQL here, with the server's and those of the backup.
debian_postgres() {
  local folder found=''
  for folder in /usr/lib/postgresql/*/bin; do
    [ ! -x "$folder/pg_dump" ] || [ ! -x "$folder/initdb" ] || found=$folder
  done
  [ -n "$found" ] && printf '%s\n' "$found"
}

# api_once URL NAME: the API on that database until it has answered, and what it answered, in a file of that name.
api_once() {
  local log="$tests/restore-api-$2.log" port server status=0
  port=$(free_ports 1)
  (
    use_postgresql "$1"
    export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT="$port" QUARKUS_OIDC_AUTH_SERVER_URL=http://localhost:1/realms/porte-ouverte
    export QUARKUS_KEYCLOAK_ADMIN_CLIENT_SERVER_URL=http://localhost:1 PORTE_OUVERTE_DEMO_ENABLED=true PORTE_OUVERTE_DEMO_PASSWORD=not-used
    export PORTE_OUVERTE_TRANSPORT_LOCAL=true PORTE_OUVERTE_SECRET_KEY=only-for-tests-only-for-tests-only-for-tests
    cd "$home/api-postgresql" && exec "$(java_command java)" "${api_small[@]}" -jar quarkus-run.jar
  ) >"$log" 2>&1 </dev/null &
  server=$!
  until grep -q 'Listening on' "$log" || ! kill -0 "$server" 2>/dev/null; do sleep 0.2; done
  curl -fsS "http://127.0.0.1:$port/api/v1/procedures" >"$tests/restore-$2.json" || status=1
  kill -TERM "$server" 2>/dev/null || true
  wait "$server" || true
  return "$status"
}

# with_postgres COMMAND: on an empty server of PostgreSQL, which is stopped afterwards.
with_postgres() (
  set +m
  folder=$(mktemp -d) bin=$(debian_postgres) || return 1
  export PATH="$bin:$PATH" PGHOST=127.0.0.1 PGUSER=postgres
  PGPORT=$(free_ports 1)
  export PGPORT
  chmod 755 "$folder"
  mkdir "$folder/data"
  [ "$(id -u)" -ne 0 ] || chown 65534:65534 "$folder/data"
  as_postgres "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8
  as_postgres "$bin/postgres" -D "$folder/data" -c fsync=off -c listen_addresses=127.0.0.1 -c port="$PGPORT" \
    -c unix_socket_directories='' >"$tests/restore-postgres.log" 2>&1 &
  server=$!
  trap 'as_postgres "$bin/pg_ctl" -D "$folder/data" -m immediate stop; rm -rf "$folder"' EXIT
  until pg_isready -q; do kill -0 "$server" && sleep 0.1; done
  "$@"
)

lost_and_put_back() {
  local kept url="postgresql://porteouverte@$PGHOST:$PGPORT/porteouverte" before after
  psql -qX -c 'create role porteouverte login' -c 'create role keycloak login' -c 'create database porteouverte owner porteouverte' \
    -c 'create database keycloak owner keycloak' || return 1
  psql -qX -d keycloak -c 'create table realm (id int)' || return 1
  api_once "$url" before || return 1
  before=$(pg_dump --data-only --exclude-table=scheduled_tasks porteouverte 2>/dev/null | grep -v '^\\' | cksum)
  kept=$("$top/backend/operating/backup.sh" "$tests/backups") || return 1
  ! "$top/backend/operating/restore.sh" "$kept" || return 1 # never over data
  psql -qX -c 'drop database porteouverte' -c 'drop database keycloak' || return 1
  "$top/backend/operating/restore.sh" "$kept" || return 1
  after=$(pg_dump --data-only --exclude-table=scheduled_tasks porteouverte 2>/dev/null | grep -v '^\\' | cksum)
  [ "$before" = "$after" ] || return 1
  api_once "$url" after && cmp "$tests/restore-before.json" "$tests/restore-after.json"
}

# The same for ./run's H2, which must be stopped: its file is one process's.
h2_lost_and_put_back() {
  local folder jar url
  folder=$(mktemp -d)
  jar=$(find "$home/api-h2/lib" -name 'com.h2database.h2-*.jar')
  url="jdbc:h2:file:$folder/porte-ouverte;$h2_options"
  h2_sql() { "$(java_command java)" -cp "$jar" org.h2.tools.Shell -url "$url" -user porteouverte -password porteouverte -sql "$1"; }
  h2_sql "create table kept (what varchar); insert into kept values ('an appointment'); backup to '$folder/backup.zip'" || return 1
  rm "$folder"/*.mv.db
  "$(java_command java)" -cp "$jar" org.h2.tools.Restore -file "$folder/backup.zip" -dir "$folder" || return 1
  h2_sql 'select what from kept' | grep 'an appointment' && rm -rf "$folder"
}
