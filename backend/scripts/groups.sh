# shellcheck shell=bash
# Every process a script starts is a group of its own (set -m), so that all of it can be stopped and nothing else.
# Needs `set -m` before the first start.

groups=()

started_group() { groups+=("$1"); }

ended_group() {
  local kept=() group
  for group in ${groups[@]+"${groups[@]}"}; do
    [ "$group" = "$1" ] || kept+=("$group")
  done
  groups=(${kept[@]+"${kept[@]}"})
}

group_lives() { kill -0 -- "-$1" 2>/dev/null; }

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
