# shellcheck shell=bash disable=SC2034,SC2154 # names are set by run, or used there
# A PostgreSQL server of the bench's own: in a temporary folder, set as an installation of its size.

database_user=bench

find_binaries() { postgres_binaries "$work"; }

make_cluster() {
  postgres_cluster "$work" "$database_user" || return 1
  # As an installation of this size would be set; every commit is durable. Nothing is logged until asked for.
  as_postgres tee -a "$work/data/postgresql.conf" >/dev/null <<END
listen_addresses = '127.0.0.1'
port = $database_port
unix_socket_directories = ''
max_connections = 100
shared_buffers = '$shared_buffers'
max_wal_size = '4GB'
checkpoint_timeout = '15min'
random_page_cost = 1.1
logging_collector = on
log_destination = 'jsonlog'
log_directory = 'log'
log_filename = 'bench'
log_file_mode = 0644
log_rotation_age = 0
log_rotation_size = 0
log_checkpoints = off
END
}

sql() {
  PGOPTIONS='-c client_min_messages=warning' psql -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$database_port" -U "$database_user" \
    -d porteouverte "$@"
}

start_postgres() {
  postgres_server "$work" >"$logs/postgres.log" 2>&1 &
  local group=$!
  started_group "$group"
  local until=$((SECONDS + 60))
  until createdb -h 127.0.0.1 -p "$database_port" -U "$database_user" porteouverte 2>/dev/null; do
    kill -0 "$group" 2>/dev/null || {
      show_tail "$logs/postgres.log"
      fail 'PostgreSQL ended.'
    }
    [ "$SECONDS" -lt "$until" ] || fail 'PostgreSQL does not answer.'
    sleep 0.2
  done
  postgres_pid=$(head -n 1 "$work/data/postmaster.pid")
}

fill_database() {
  # The product made the tables at its first start.
  sql -v sites="$sites" -v permanences="$permanences" -f "$bench/sql/data.sql"
}

# cpu_of PID...: seconds of processor time that these processes have used.
cpu_of() {
  local pid
  for pid in "$@"; do cut -d')' -f2- "/proc/$pid/stat" 2>/dev/null || true; done |
    awk -v tick="$(getconf CLK_TCK)" '{ used += $12 + $13 } END { printf "%.2f\n", used / tick }'
}

# The server's backends live as long as the product's pool; those of others are not counted.
postgres_cpu() {
  # shellcheck disable=SC2046
  cpu_of $(pgrep -P "$postgres_pid" || true)
}

# Of the backends that have ended, pgbench's for one.
ended_backends_cpu() {
  cut -d')' -f2- "/proc/$postgres_pid/stat" | awk -v tick="$(getconf CLK_TCK)" '{ printf "%.2f\n", ($14 + $15) / tick }'
}
