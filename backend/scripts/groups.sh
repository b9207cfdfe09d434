# shellcheck shell=bash
# Every process a script starts is a group of its own (set -m), so that all of it can be stopped and nothing else.
# Needs `set -m` before the first start.

groups=()

# hear_interrupts SCRIPT ARGUMENT...: a script that another one started in the background ignores Ctrl-C, and no shell can
# change that for itself: such a script begins anew as one that hears.
hear_interrupts() {
  [[ "$(trap -p INT)" == "trap -- '' "* ]] || return 0
  if env --default-signal=INT true 2>/dev/null; then exec env --default-signal=INT "$@"; fi
  ! command -v perl >/dev/null 2>&1 || exec perl -e '$SIG{INT} = "DEFAULT"; exec @ARGV' "$@"
}

started_group() { groups+=("$1"); }

ended_group() {
  local kept=() group
  for group in ${groups[@]+"${groups[@]}"}; do
    [ "$group" = "$1" ] || kept+=("$group")
  done
  groups=(${kept[@]+"${kept[@]}"})
}

group_lives() { kill -0 -- "-$1" 2>/dev/null; }

# begin_aside COMMAND...: runs it beside what follows, and stops what it started when it is stopped. Sets `aside`, its group.
begin_aside() {
  (
    groups=()
    ticking=false
    trap 'stop_groups 2>/dev/null' EXIT
    trap 'exit 143' TERM
    "$@"
  ) </dev/null &
  aside=$!
  started_group "$aside"
}

# end_aside GROUP: waits for it and answers its status.
end_aside() {
  local status=0
  wait "$1" || status=$?
  ended_group "$1"
  return "$status"
}

# stop_groups: asks every group to end, gives them 15 seconds in all, then ends what is left.
stop_groups() {
  local group until=$((SECONDS + 15))
  for group in ${groups[@]+"${groups[@]}"}; do
    kill -TERM -- "-$group" 2>/dev/null || true
  done
  for group in ${groups[@]+"${groups[@]}"}; do
    while group_lives "$group" && [ "$SECONDS" -lt "$until" ]; do sleep 0.1; done
    kill -KILL -- "-$group" 2>/dev/null || true
    wait "$group" 2>/dev/null || true
  done
  groups=()
}
