# shellcheck shell=bash
# What the scripts say, and how they show that they are at work.

if [ -t 1 ]; then
  bold=$(printf '\033[1m') dim=$(printf '\033[2m') red=$(printf '\033[31m') plain=$(printf '\033[0m')
else
  bold='' dim='' red='' plain=''
fi

# Whether what is at work shows the seconds that pass: on a screen, and where nothing else writes to it.
ticking=false
[ ! -t 1 ] || ticking=true
# Where seconds may be shown, a line of another begins anew.
clear=''
! $ticking || clear=$(printf '\r\033[K')

say() { printf '%s%s\n' "$clear" "$*"; }

# complain MESSAGE: to the error output, without ending anything.
complain() { printf '%s%s%s%s\n' "$clear" "$red" "$*" "$plain" >&2; }

# fail MESSAGE: says why and ends the script.
fail() {
  complain "$*"
  exit 1
}

# show_tail LOG: the end of a log, set apart.
show_tail() {
  [ -s "$1" ] || return 0
  say "${dim}--- the end of $1${plain}"
  tail -n 25 "$1"
  say "${dim}---${plain}"
}

# tick LABEL SECONDS: shows them, where that can be seen.
tick() { ! $ticking || printf '%s  %s ... %s s ' "$clear" "$1" "$2"; }

# working LABEL LOG COMMAND...: runs the command with its output in LOG and shows the seconds that pass.
# Answers the command's status; when it fails, shows the end of the log.
working() {
  local label=$1 log=$2 begun=$SECONDS status=0 pid
  shift 2
  mkdir -p "$(dirname "$log")"
  $ticking || say "  $label ..."
  "$@" >"$log" 2>&1 </dev/null &
  pid=$!
  started_group "$pid"
  while kill -0 "$pid" 2>/dev/null; do
    tick "$label" "$((SECONDS - begun))"
    sleep 0.2
  done
  wait "$pid" || status=$?
  ended_group "$pid"
  if [ "$status" -eq 0 ]; then
    say "  $label: done in $((SECONDS - begun)) s"
  else
    complain "  $label: failed after $((SECONDS - begun)) s"
    show_tail "$log"
  fi
  return "$status"
}
