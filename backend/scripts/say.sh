# shellcheck shell=bash
# What the scripts say, and how they show that they are at work.

if [ -t 1 ]; then
  bold=$(printf '\033[1m') dim=$(printf '\033[2m') red=$(printf '\033[31m') plain=$(printf '\033[0m')
else
  bold='' dim='' red='' plain=''
fi

say() { printf '%s\n' "$*"; }

# complain MESSAGE: to the error output, without ending anything.
complain() { printf '%s%s%s\n' "$red" "$*" "$plain" >&2; }

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

# working LABEL LOG COMMAND...: runs the command with its output in LOG and shows the seconds that pass.
# Answers the command's status; when it fails, shows the end of the log.
working() {
  local label=$1 log=$2 begun=$SECONDS status=0 pid
  shift 2
  mkdir -p "$(dirname "$log")"
  [ -t 1 ] || say "  $label ..."
  "$@" >"$log" 2>&1 </dev/null &
  pid=$!
  started_group "$pid"
  while kill -0 "$pid" 2>/dev/null; do
    [ -t 1 ] && printf '\r  %s ... %s s ' "$label" "$((SECONDS - begun))"
    sleep 0.2
  done
  wait "$pid" || status=$?
  ended_group "$pid"
  [ -t 1 ] && printf '\r\033[K'
  if [ "$status" -eq 0 ]; then
    say "  $label: done in $((SECONDS - begun)) s"
  else
    complain "  $label: failed after $((SECONDS - begun)) s"
    show_tail "$log"
  fi
  return "$status"
}
