# shellcheck shell=bash
# Tests of the scripts' own rules, with servers that only pretend.

# pretended COMMAND: waits for a "server" that does this, with two seconds of patience, as ./run waits for its two.
pretended() (
  state="$tests/pretended" logs="$tests/pretended/logs"
  rm -rf "$state"
  mkdir -p "$logs"
  # shellcheck source-path=SCRIPTDIR source=servers.sh
  . "$top/backend/scripts/servers.sh"
  answers_ok() { [ -f "$state/answers" ]; }
  patience=2
  set -m # else what a shell within a shell starts is no group of its own
  "$1" >"$logs/keycloak.log" &
  keycloak_group=$! api_group=$!
  : >"$logs/api.log"
  await_servers
)

slow_but_alive() {
  local line
  for line in 1 2 3 4; do
    say "still at work, $line"
    sleep 1
  done
  touch "$state/answers"
  sleep 1
}

stuck() { sleep 6; }

waits_while_something_happens() { pretended slow_but_alive; }

gives_up_when_nothing_happens() { ! pretended stuck 2>"$tests/stuck.err" && grep 'nothing has happened for 2 seconds' "$tests/stuck.err"; }

# A script that another one started in the background, deaf to Ctrl-C, hears it all the same.
hears_interrupts() (
  trap '' INT
  bash -c ". '$top/backend/scripts/groups.sh' && hear_interrupts bash -c 'trap \"exit 42\" INT; kill -INT \$\$'"
  [ $? -eq 42 ]
)
