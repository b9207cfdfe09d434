# shellcheck shell=bash
# The servers of ./run, side by side: start, wait until both answer, watch, stop.

demo_password=porte-ouverte-demo # the demo's, and public
keycloak_group='' api_group='' app_group=''

# take_installation: one ./run at a time on the same data.
take_installation() {
  local other
  mkdir -p "$logs"
  chmod -R go= "$state" # the database and the logs are for nobody else of this machine, nor what an older version left
  other=$(cat "$state/run.pid" 2>/dev/null || true)
  if [ -n "$other" ] && [ "$other" != "$$" ] && kill -0 "$other" 2>/dev/null; then
    fail "Another ./run (process $other) uses $state. Stop it first, or give PORTE_OUVERTE_STATE another folder."
  fi
  printf '%s\n' "$$" >"$state/run.pid"
  rm -f "$state/ready"
}

forget_installation() { rm -rf "$state/database" "$state/keycloak" "$state/secrets.env"; }

# leave: at every end of ./run, whatever its reason.
leave() {
  local status=$?
  trap '' INT TERM HUP
  if [ ${#groups[@]} -gt 0 ]; then
    [ -z "$api_group" ] || say 'Stopping ...'
    stop_groups 2>/dev/null # the shell would tell of each process it ended
    [ -z "$api_group" ] || say 'Stopped.'
  fi
  if [ "$(cat "$state/run.pid" 2>/dev/null)" = "$$" ]; then rm -f "$state/run.pid" "$state/ready"; fi
  exit "$status"
}

start_keycloak() {
  keycloak_server >"$logs/keycloak.log" 2>&1 </dev/null &
  keycloak_group=$!
  started_group "$keycloak_group"
}

# start_api SERVER DATABASE
start_api() {
  "$@" >"$logs/api.log" 2>&1 </dev/null &
  api_group=$!
  started_group "$api_group"
}

# start_app: its own server, with --dev only; else the API serves it.
start_app() {
  dev_app_server >"$logs/app.log" 2>&1 </dev/null &
  app_group=$!
  started_group "$app_group"
}

# still_running: ends the script, with the log's end, when one of them has died.
still_running() {
  if [ -n "$app_group" ] && ! group_lives "$app_group"; then
    show_tail "$logs/app.log"
    fail "The app's server has ended. Its log: $logs/app.log"
  fi
  if ! group_lives "$keycloak_group"; then
    show_tail "$logs/keycloak.log"
    fail "Keycloak has ended. Its log: $logs/keycloak.log"
  fi
  if ! group_lives "$api_group"; then
    show_tail "$logs/api.log"
    if grep -q FlywayValidateException "$logs/api.log"; then
      complain 'The data here was made by another version of the scripts of the database. ./run --reset begins anew.'
    fi
    fail "The API has ended. Its log: $logs/api.log"
  fi
}

# So long, in seconds, may nothing happen while something is waited for. A slow machine may take its time.
patience=90

# signs_of_life: changes while the servers write to their logs or compute, in steps of five seconds of the processor:
# what only waits does not get there.
signs_of_life() {
  cat "$logs/keycloak.log" "$logs/api.log" | wc -c
  ps -A -o pgid= -o time= | awk -v one="$keycloak_group" -v two="$api_group" '
    $1 == one || $1 == two { n = split($2, t, ":"); seconds += t[n] + 60 * t[n - 1] + (n > 2 ? 3600 * t[n - 2] : 0) }
    END { print int(seconds / 5) }'
}

# await_servers: until both answer, as long as something still happens.
await_servers() {
  local begun=$SECONDS last=$SECONDS signs='' now waiting='Keycloak and the API'
  $ticking || say "  Starting $waiting ..."
  while :; do
    still_running
    waiting=''
    answers_ok "$port" /q/health/ready || waiting='the API'
    answers_ok "$keycloak_port" /realms/porte-ouverte || waiting="${waiting:+$waiting and }Keycloak"
    [ -z "$app_group" ] || port_taken "$dev_port" || waiting="${waiting:+$waiting and }the app's server"
    [ -n "$waiting" ] || break
    now=$(signs_of_life)
    [ "$now" = "$signs" ] || last=$SECONDS
    signs=$now
    [ $((SECONDS - last)) -lt "$patience" ] ||
      fail "No answer from $waiting, and nothing has happened for $patience seconds. The logs are in $logs."
    tick "Starting: waiting for $waiting" "$((SECONDS - begun))"
    sleep 0.2
  done
  say "  Started: done in $((SECONDS - begun)) s"
}

# await_logins: until Keycloak has the demo's agents. A quarter of a minute at most: all else goes on without them.
await_logins() {
  local until=$((SECONDS + 15))
  until answers_ok "$port" /q/health/well; do
    still_running
    if [ "$SECONDS" -ge "$until" ]; then
      complain "  Keycloak does not have all demo logins yet; $logs/api.log says why."
      return
    fi
    sleep 0.2
  done
}

# demo_logins: read from where the demo itself has them.
demo_logins() {
  local username first last role what
  while IFS=, read -r username first last role _ _ _ what; do
    [ "$username" = username ] || printf '    %-18s %-8s %s\n' "$username" "$role" "$first $last, $what"
  done <"$top/backend/src/main/resources/demo/agents.csv"
}

# first_access: the link that the API printed when it started and had no administrator.
first_access() {
  grep -o 'http[^ ]*/equipe/premier-acces/[^ ]*' "$logs/api.log" | tail -n 1 || printf 'there is one already'
}

# announce: what a person needs to begin.
announce() {
  say ''
  say "  ${bold}The app${plain}        $app_url/"
  say "  The API        http://localhost:$port/api/v1/  (contract: openapi.yaml)"
  say "  Keycloak       http://localhost:$keycloak_port/admin/  (keycloak-admin; its password is in $state/secrets.env)"
  say "  Logs           $logs"
  say ''
  if $demo; then
    say "  ${bold}Demo logins${plain}, all with the password $demo_password:"
    demo_logins
  else
    say "  ${bold}Without the demo${plain}. The first administrator, once, within a day:"
    say "    $(first_access)"
  fi
  say ''
  say "Ready after $SECONDS s. Ctrl-C stops everything."
  printf '%s\n' "$app_url" >"$state/ready"
}

watch_servers() {
  while :; do
    still_running
    sleep 1
  done
}
