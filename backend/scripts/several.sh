# shellcheck shell=bash
# backend/operating/several.sh, started as an operator does, on a PostgreSQL of the test's own.

# answers_often URL: 30 requests one after the other, and each is answered.
answers_often() {
  local i
  for ((i = 0; i < 30; i++)); do curl -fsS -m 20 -o /dev/null "$1" || return 1; done
}

# api_at PORT: the process that has it.
api_at() { pgrep -f "quarkus-run.jar" | while read -r process; do grep -qzx "QUARKUS_HTTP_PORT=$1" "/proc/$process/environ" && echo "$process"; done; }

# several_ready URL PORT...: until each process says so itself, and the web server has seen it.
several_ready() {
  local until=$((SECONDS + 180)) port url=$1
  shift
  for port in "$@"; do
    until curl -fsS -m 5 -o /dev/null "http://127.0.0.1:$port/q/health/ready" 2>/dev/null; do
      kill -0 "$several" 2>/dev/null && [ "$SECONDS" -lt "$until" ] || return 1
      sleep 0.2
    done
  done
  until curl -fsS -m 5 -o /dev/null "$url" 2>/dev/null; do
    [ "$SECONDS" -lt "$until" ] || return 1
    sleep 0.2
  done
}

# several_processes: two of them; one is killed, and is there again; nobody is left when all is told to end.
several_processes() {
  local several status=0 door inside health first url killed log="$tests/several.log" until
  { read -r door && read -r inside && read -r health && read -r first; } < <(free_ports 4)
  url="http://localhost:$door/api/v1/procedures"
  psql -qX -c 'create role porteouverte login' -c 'create database porteouverte owner porteouverte' || return 1
  mkdir -p "$tests/several/app" && echo '<!doctype html><title>.</title><noscript>.</noscript>' >"$tests/several/app/index.html"
  ln -sfn "$home/api-postgresql" "$tests/several/api-postgresql"
  (
    use_postgresql "postgresql://porteouverte@$PGHOST:$PGPORT/porteouverte"
    export PORTE_OUVERTE_BUILT="$tests/several" PORTE_OUVERTE_URL="http://localhost:$door" API_PORTS="$first" HOME="$tests/several"
    export KEYCLOAK_INSIDE="http://127.0.0.1:$inside" WEB_HEALTH="http://127.0.0.1:$health" JAVA_TOOL_OPTIONS="${api_small[*]}"
    export QUARKUS_OIDC_AUTH_SERVER_URL=http://localhost:1/realms/porte-ouverte QUARKUS_KEYCLOAK_ADMIN_CLIENT_SERVER_URL=http://localhost:1
    export PORTE_OUVERTE_TRANSPORT_LOCAL=true PORTE_OUVERTE_SECRET_KEY=only-for-tests-only-for-tests-only-for-tests
    PATH="$(dirname "$(java_command java)"):$PATH" exec "$top/backend/operating/several.sh" 2
  ) >"$log" 2>&1 </dev/null &
  several=$!
  if several_ready "$url" "$first" "$((first + 1))" && answers_often "$url"; then
    killed=$(api_at "$first")
    kill -9 "$killed"
    answers_often "$url" || status=1
    several_ready "$url" "$first" && [ "$(api_at "$first")" != "$killed" ] || status=1
  else
    status=1
  fi
  kill -TERM "$several" 2>/dev/null
  until=$((SECONDS + 60))
  while kill -0 "$several" 2>/dev/null && [ "$SECONDS" -lt "$until" ]; do sleep 0.2; done
  for port in "$door" "$first" "$((first + 1))"; do ! port_taken "$port" || status=1; done
  [ "$status" -eq 0 ] || show_tail "$log"
  return "$status"
}
