# shellcheck shell=bash disable=SC2034,SC2154 # names are set by run, or used there
# What the bench needs beyond ./run's tools.

check_bench_tools() {
  local missing=()
  command -v pgbench >/dev/null && command -v psql >/dev/null || missing+=(postgresql-contrib postgresql-client)
  command -v wrk >/dev/null || missing+=(wrk)
  command -v xz >/dev/null || missing+=(xz-utils)
  [ "${#missing[@]}" -gt 0 ] || return 0
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    working "Installing ${missing[*]}" "$logs/apt.log" apt-get install -y --no-install-recommends "${missing[@]}"
  else
    fail "Missing: ${missing[*]} (names of Debian's packages). Install them: apt install ${missing[*]}"
  fi
}
