# shellcheck shell=bash disable=SC2034,SC2154 # names are set by run, or used there
# Product and pgbench in turns: what drifts on the machine meanwhile drifts for both.

# measure SECONDS LUA ARGUMENT: wrk against the product; leaves its counts in requests, micros, refused, broken, p50, p99.
measure() {
  local line
  line=$(LUA_PATH="$bench/load/?.lua;;" wrk -t1 -c"$clients" -d"$1s" --timeout 30s -s "$bench/load/$2.lua" \
    "http://127.0.0.1:$port" -- "$sites" "$permanences" "$3" | tee -a "$logs/wrk.log" | sed -n 's/^wrk //p')
  [ -n "$line" ] || fail 'wrk measured nothing.'
  eval "$line" # requests= micros= refused= broken= p50= p99=, of load/ids.lua
}

# replay SECONDS KIND FIRST_PLACE: pgbench with the captured statements; leaves transactions and tps.
replay() {
  local constants=() constant output
  while IFS= read -r constant; do
    [ -z "$constant" ] || constants+=(-D "$constant")
  done <"$work/$2.constants"
  output=$(pgbench -h 127.0.0.1 -p "$database_port" -U "$database_user" -n -M prepared -c "$clients" -j 1 -T "$1" \
    -D sites="$sites" -D permanences="$permanences" -D clients="$clients" -D first="$3" -D n=-1 -D free="$free" \
    "${constants[@]}" -f "$work/$2.sql" porteouverte 2>&1) || fail "pgbench failed: $output"
  printf '%s\n' "$output" >>"$logs/pgbench.log"
  transactions=$(sed -n 's/^number of transactions actually processed: \([0-9]*\).*/\1/p' <<<"$output")
  tps=$(sed -n 's/^tps = \([0-9.]*\).*/\1/p' <<<"$output")
  case $output in *aborted*) fail "pgbench failed: $output" ;; esac
}

# reserve KIND COUNT: moves the walk over the free places past those that bookings used, and some that were still under way.
reserve() {
  [ "$1" = booking ] || return 0
  first=$((first + $2 + 3 * clients))
  [ "$first" -lt "$free" ] || fail "All $free free places are booked. Take more --slots, or shorter --seconds."
}

# compare KIND: a warm-up, then the rounds; writes one line each to KIND.rounds:
#   product/s pgbench/s ratio p50 p99 API-CPU PostgreSQL-CPU PostgreSQL-CPU-under-pgbench (all in ms, the last three a request)
compare() {
  local kind=$1 round api database alone rate
  measure "$warm_up" "$kind" "$first"
  wrong_answers "$kind"
  reserve "$kind" "$requests"
  : >"$work/$kind.rounds"
  for round in $(seq "$rounds"); do
    api=$(cpu_of "$product_pid") database=$(postgres_cpu)
    measure "$seconds" "$kind" "$first"
    api=$(awk "BEGIN { print ($(cpu_of "$product_pid") - $api) * 1000 / $requests }")
    database=$(awk "BEGIN { print ($(postgres_cpu) - $database) * 1000 / $requests }")
    wrong_answers "$kind"
    reserve "$kind" "$requests"
    alone=$(ended_backends_cpu)
    replay "$seconds" "$kind" "$first"
    alone=$(awk "BEGIN { print ($(ended_backends_cpu) - $alone) * 1000 / $transactions }")
    reserve "$kind" $((transactions * 3 / 2))
    rate=$(awk "BEGIN { printf \"%.0f\", $requests * 1000000 / $micros }")
    awk "BEGIN { printf \"%d %.0f %.3f %.1f %.1f %.2f %.2f %.2f\n\", $rate, $tps, $rate / $tps, $p50 / 1000, $p99 / 1000, $api, $database, $alone }" \
      >>"$work/$kind.rounds"
    say "  $kind, round $round: product $rate/s, pgbench ${tps%.*}/s"
  done
}

# Anything but the one right answer (200, 201) is wrong here: every search is valid, every place is free.
wrong_answers() {
  [ "$refused/$broken" = 0/0 ] ||
    wrong "$1: $refused answers of $requests were refusals, $broken connections broke."
}

# median COLUMN FILE
median() {
  awk -v c="$1" '{ print $c }' "$2" | sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}
