# shellcheck shell=bash
# The part of ./test that begins as production does: no demo, an empty database, and the link of its first administrator.
# In a real Chromium it goes from there to a booked appointment and a called number; on H2 and on PostgreSQL.

# from_nothing PART NAME [POSTGRESQL]
from_nothing() {
  local stack='' part=$1 name=$2 log="$tests/$1-nothing.log" app_port login_port
  { read -r app_port && read -r login_port; } < <(free_ports 2)
  local -x PORTE_OUVERTE_STATE="$tests/$part-nothing" PORTE_OUVERTE_POSTGRESQL=${3-}
  local -x BASE_URL="http://localhost:$app_port" KEYCLOAK_URL="http://localhost:$login_port" PORTE_OUVERTE_OPERATOR_ENABLED=false
  local -x CHROMIUM EMPTY_LINK
  CHROMIUM=$(chromium_command)
  start_stack "$log" --empty
  if check "$part" "./run --empty starts on $name" stack_ready "$log"; then
    EMPTY_LINK=$(grep -o 'http[^ ]*/equipe/premier-acces/[^ ]*' "$log" | tail -n 1)
    playwright_suite "$part" "from nothing to a called number, on $name" "$part-nothing" empty || true
    check "$part" "nobody is named in the logs on $name" nobody_in "$PORTE_OUVERTE_STATE/logs/api.log" || true
  fi
  if stop_stack "$log"; then note "$part" "Ctrl-C stops it on $name" 1 0 0 0; else note "$part" "Ctrl-C stops it on $name" 0 1 0 0; fi
}
