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

# api_while URL NAME COMMAND...: the API on that database while a command runs, which finds it at `api`.
api_while() {
  local log="$tests/restore-api-$2.log" url=$1 api port server status=0
  port=$(free_ports 1)
  api="http://127.0.0.1:$port"
  shift 2
  (
    build='api-postgresql'
    case $url in
      jdbc:h2:*) build='api-h2' && export QUARKUS_DATASOURCE_JDBC_URL="$url" ;;
      *) use_postgresql "$url" ;;
    esac
    export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT="$port" QUARKUS_OIDC_AUTH_SERVER_URL=http://localhost:1/realms/porte-ouverte
    export QUARKUS_KEYCLOAK_ADMIN_CLIENT_SERVER_URL=http://localhost:1 PORTE_OUVERTE_DEMO_ENABLED=true PORTE_OUVERTE_DEMO_PASSWORD=not-used
    export PORTE_OUVERTE_TRANSPORT_LOCAL=true PORTE_OUVERTE_SECRET_KEY=only-for-tests-only-for-tests-only-for-tests
    export PORTE_OUVERTE_PROOF_OWN_NETWORKS=127.0.0.0/8
    cd "$home/$build" && exec "$(java_command java)" "${api_small[@]}" -jar quarkus-run.jar
  ) >"$log" 2>&1 </dev/null &
  server=$!
  until grep -q 'Listening on' "$log" || ! kill -0 "$server" 2>/dev/null; do sleep 0.2; done
  "$@" || status=1
  kill -TERM "$server" 2>/dev/null || true
  wait "$server" || true
  return "$status"
}

# api_once URL NAME: the API on that database until it has answered, and what it answered, in a file of that name.
api_once() {
  answered() { curl -fsS "$api/api/v1/procedures" >"$1"; }
  api_while "$1" "$2" answered "$tests/restore-$2.json"
}

# with_postgres COMMAND: on an empty server of PostgreSQL, which is stopped afterwards, with the caller's `postgres_options`.
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
    -c unix_socket_directories='' ${postgres_options[@]+"${postgres_options[@]}"} >"$tests/restore-postgres.log" 2>&1 &
  server=$!
  trap 'stop_servers; rm -rf "$folder"' EXIT
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

# stop_servers: all that run in `folder`.
stop_servers() {
  local pid
  for pid in "$folder"/*/postmaster.pid; do
    [ ! -e "$pid" ] || as_postgres "$bin/pg_ctl" -D "$(dirname "$pid")" -m immediate stop || true
  done
}

# What each appointment of a day is worth: the server whole, and its log as it is written (pgBackRest). The server is put back
# as it stood just before a mistake, in two folders of its own: one as of that moment, one as late as the archive goes.
archived_and_put_back() (
  postgres_options=(-c archive_mode=on -c wal_level=replica -c archive_timeout=60)
  with_postgres with_archive
)

with_archive() {
  export PGBACKREST_CONFIG="$folder/pgbackrest.conf"
  rest="$top/backend/operating/pgbackrest.sh"
  sed -e "s#/var/lib/pgbackrest#$folder/archive#" -e "s#^pg1-path=.*#pg1-path=$folder/data#" -e "s#^pg1-port=.*#pg1-port=$PGPORT#" \
    "$top/backend/operating/pgbackrest.conf" >"$PGBACKREST_CONFIG"
  # The server of a test runs as nobody and has no socket (it is found by PGHOST), and none of Debian's folders.
  printf 'pg1-user=postgres\n[global]\nlock-path=%s/locks\nspool-path=%s/spool\n' "$folder" "$folder" >>"$PGBACKREST_CONFIG"
  chmod 644 "$PGBACKREST_CONFIG"
  mkdir "$folder"/{archive,locks,spool}
  [ "$(id -u)" -ne 0 ] || chown 65534:65534 "$folder" "$folder"/{archive,locks,spool}
  psql -qX -c "alter system set archive_command = 'pgbackrest --config=$PGBACKREST_CONFIG --stanza=porteouverte archive-push %p'" \
    -c 'select pg_reload_conf()' -c 'create role porteouverte login' -c 'create database porteouverte owner porteouverte' >/dev/null || return 1
  url="postgresql://porteouverte@$PGHOST"
  rm -f "$tests"/restore-promised "$tests"/restore-later
  api_while "$url:$PGPORT/porteouverte" archived people_book_and_somebody_errs || return 1
  as_postgres "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null || return 1
  ! rest_as_postgres restore "$folder/data" || return 1 # never over data
  { read -r early && read -r late; } < <(free_ports 2)
  put_back early "$early" "$(cat "$tests/restore-moment")" || return 1
  api_while "$url:$early/porteouverte" early as_before_the_mistake || return 1
  put_back late "$late" || return 1
  [ "$(PGPORT=$late psql -qAtX -d porteouverte -c 'select count(*) from booking_event')" -lt 9 ] # the mistake is there as well
}

rest_as_postgres() { as_postgres env "PGBACKREST_CONFIG=$PGBACKREST_CONFIG" "$rest" "$@"; }

promises() { node "$top/backend/scripts/promises.mjs" "$1" "$api" "$tests/restore-$2" "${@:3}"; }

# A whole backup and one of what changed since, both while people book, and then only the log.
people_book_and_somebody_errs() {
  promises book promised 3 && rest_as_postgres backup full && promises book promised 3 && rest_as_postgres backup incr &&
    promises book promised 3 || return 1
  psql -qAtX -c 'select clock_timestamp()' >"$tests/restore-moment" || return 1
  promises book later 1 && psql -qX -d porteouverte -c 'truncate booking_event' || return 1
  as_postgres pgbackrest --config="$PGBACKREST_CONFIG" --stanza=porteouverte check # what was written is in the archive
}

as_before_the_mistake() {
  promises read promised && promises none later &&
    [ "$(PGPORT=$early psql -qAtX -d porteouverte -c 'select count(distinct booking_id) >= 9 from booking_event')" = t ]
}

# put_back NAME PORT [TIME]: into a folder of that name, and started there; it keeps no archive of its own.
put_back() {
  rest_as_postgres restore "$folder/$1" "${@:3}" || return 1
  as_postgres "$bin/pg_ctl" -D "$folder/$1" -w -t 60 -l "$folder/archive/$1.log" \
    -o "-c archive_mode=off -c fsync=off -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c port=$2" start >/dev/null ||
    { cat "$folder/archive/$1.log" && return 1; }
  until [ "$(PGPORT=$2 psql -qAtX -c 'select pg_is_in_recovery()')" = f ]; do sleep 0.1; done
}

# The same for ./run's H2, which must be stopped: its file is one process's.
h2_lost_and_put_back() {
  local folder jar url
  folder=$(mktemp -d)
  jar=$(find "$home/api-h2/lib" -name 'com.h2database.h2-*.jar')
  url="jdbc:h2:file:$folder/porte-ouverte;$h2_options"
  h2_sql() { "$(java_command java)" -cp "$jar" org.h2.tools.Shell -url "$url" -user porteouverte -password porteouverte -sql "$1"; }
  api_once "$url" h2-before || return 1
  h2_sql "backup to '$folder/backup.zip'" || return 1
  rm "$folder"/*.mv.db
  "$(java_command java)" -cp "$jar" org.h2.tools.Restore -file "$folder/backup.zip" -dir "$folder" || return 1
  api_once "$url" h2-after && cmp "$tests/restore-h2-before.json" "$tests/restore-h2-after.json" && rm -rf "$folder"
}
