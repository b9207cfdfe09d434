#!/usr/bin/env bash
# several.sh [NUMBER]: so many processes of the API (2) behind the web server, on one PostgreSQL, without containers: what
# docker-compose.yml starts, and with its settings of "api" and "web" in the environment. ./run --package comes before it.
# Java and Caddy are on the PATH. PORTE_OUVERTE_URL is the address people use; KEYCLOAK_ADDRESS and KEYCLOAK_INSIDE say where
# Keycloak is; API_PORTS the first of the processes' ports (8081), which only this machine can reach.
# A process that dies is started anew. To start one anew: kill -TERM it, and wait until it is ready. SIGTERM or Ctrl-C ends all.
set -euo pipefail
set -m # each process is a group of its own: Ctrl-C is this script's

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
home=${PORTE_OUVERTE_BUILT:-$top/.porte-ouverte}
number=${1:-2} first=${API_PORTS:-8081}
: "${PORTE_OUVERTE_URL:?the address people use}" "${QUARKUS_DATASOURCE_JDBC_URL:?where PostgreSQL is}"
: "${PORTE_OUVERTE_SECRET_KEY:?32 random characters or more}"

# As in the image, but for the address: only the web server reaches them.
export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_MANAGEMENT_HOST=127.0.0.1
export QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING=true QUARKUS_HTTP_PROXY_ALLOW_X_FORWARDED=true
export QUARKUS_SHUTDOWN_DELAY=${QUARKUS_SHUTDOWN_DELAY:-5S} QUARKUS_SHUTDOWN_TIMEOUT=${QUARKUS_SHUTDOWN_TIMEOUT:-20S}
export QUARKUS_LOG_CONSOLE_JSON_ENABLED=${QUARKUS_LOG_CONSOLE_JSON_ENABLED:-true}
export PORTE_OUVERTE_APP_URL=$PORTE_OUVERTE_URL PORTE_OUVERTE_APP_DIRECTORY=$home/app APP_DIRECTORY=$home/app

# keep PORT: a process of the API, for as long as this script wants one. Its figures are 1000 above its port.
keep() {
  local ends='' process=''
  trap 'ends=1; [ -z "$process" ] || kill -TERM "$process" 2>/dev/null || true' TERM
  cd "$home/api-postgresql"
  while [ -z "$ends" ]; do
    QUARKUS_HTTP_PORT=$1 QUARKUS_MANAGEMENT_PORT=$(($1 + 1000)) \
      java -XX:MaxRAMPercentage="$((70 / number))" -XX:+ExitOnOutOfMemoryError -jar quarkus-run.jar &
    process=$!
    until wait "$process" || ! kill -0 "$process" 2>/dev/null; do :; done # a signal ends the first wait
    [ -n "$ends" ] || sleep 1
  done
}

# end: first who serves, then the door: what is under way is answered.
end() {
  trap '' INT TERM
  kill -TERM "${kept[@]}" 2>/dev/null || true
  wait "${kept[@]}" || true
  kill -TERM "$web" 2>/dev/null || true
  wait "$web" || true
}

kept=() addresses=()
for ((port = first; port < first + number; port++)); do
  keep "$port" &
  kept+=("$!")
  addresses+=("127.0.0.1:$port")
done
API_ADDRESS="${addresses[*]}" caddy run --adapter caddyfile --config "$top/frontend/Caddyfile" &
web=$!
trap 'end; exit 0' INT TERM
wait "$web" || true
end # without its door nobody reaches them
exit 1
