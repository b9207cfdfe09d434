# shellcheck shell=bash disable=SC2034,SC2154 # names are set by run, or used there
# Product and the frozen reference in turns: what drifts on the machine meanwhile drifts for both.

# measure SECONDS LUA ARGUMENT: wrk against the product; leaves its counts in requests, micros, refused, broken, p50, p99.
measure() {
  local line
  line=$(LUA_PATH="$bench/load/?.lua;;" wrk -t1 -c"$clients" -d"$1s" --timeout 30s -s "$bench/load/$2.lua" \
    "http://127.0.0.1:$port" -- "$sites" "$permanences" "$3" | tee -a "$logs/wrk.log" | sed -n 's/^wrk //p')
  [ -n "$line" ] || fail 'wrk measured nothing.'
  eval "$line" # requests= micros= refused= broken= p50= p99=, of load/ids.lua
}

# replay SECONDS SCRIPT FIRST_PLACE: pgbench with a script of reference/; leaves transactions and tps.
replay() {
  local constants=() constant output
  while IFS= read -r constant; do
    constants+=(-D "$constant")
  done < <(reference_values)
  output=$(pgbench -h 127.0.0.1 -p "$database_port" -U "$database_user" -n -M prepared -c "$clients" -j 1 -T "$1" \
    -D sites="$sites" -D permanences="$permanences" -D clients="$clients" -D first="$3" -D n=-1 -D free="$free" \
    "${constants[@]}" -f "$bench/reference/$2.sql" porteouverte 2>&1) || fail "pgbench failed: $output"
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

# compiler_cpu: seconds of processor time of the JVM's compiler threads.
compiler_cpu() {
  local task
  for task in "/proc/$product_pid/task"/*; do
    case $(cat "$task/comm" 2>/dev/null) in "C1 Compiler"* | "C2 Compiler"*) cut -d')' -f2- "$task/stat" 2>/dev/null || true ;; esac
  done | awk -v tick="$(getconf CLK_TCK)" '{ used += $12 + $13 } END { printf "%.2f\n", used / tick }'
}

# warm KIND COUNT: that many requests which do not count, or fewer once the compiler takes less than 3 % of the API's time.
# A JVM that is measured before is measured while it compiles: seconds say nothing about that on a busy machine.
warm() {
  local kind=$1 done=0 api compiler share=100
  while [ "$done" -lt "$2" ] && [ "$share" -ge 3 ]; do
    api=$(cpu_of "$product_pid") compiler=$(compiler_cpu)
    measure "$seconds" "$kind" "$first"
    wrong_answers "$kind"
    reserve "$kind" "$requests"
    done=$((done + requests))
    share=$(awk "BEGIN { a = $(cpu_of "$product_pid") - $api; printf \"%d\", (a > 0 ? ($(compiler_cpu) - $compiler) * 100 / a : 0) }")
  done
  say "  $kind: warm after $done requests; the compiler takes $share %"
}

# compare KIND COUNT: warm, then the rounds; writes one line each to KIND.rounds:
#   product/s frozen/s ratio p50 p99 API-CPU PostgreSQL-CPU PostgreSQL-CPU-under-the-frozen-script compiler-% least/s ratio
# (the times in ms, the three of processors a request)
compare() {
  local kind=$1 round api compiler database alone rate frozen
  warm "$kind" "$2"
  : >"$work/$kind.rounds"
  for round in $(seq "$rounds"); do
    api=$(cpu_of "$product_pid") database=$(postgres_cpu) compiler=$(compiler_cpu)
    measure "$seconds" "$kind" "$first"
    compiler=$(awk "BEGIN { print ($(compiler_cpu) - $compiler) * 100 / ($(cpu_of "$product_pid") - $api) }")
    api=$(awk "BEGIN { print ($(cpu_of "$product_pid") - $api) * 1000 / $requests }")
    database=$(awk "BEGIN { print ($(postgres_cpu) - $database) * 1000 / $requests }")
    wrong_answers "$kind"
    reserve "$kind" "$requests"
    alone=$(ended_backends_cpu)
    replay "$seconds" "$kind" "$first"
    alone=$(awk "BEGIN { print ($(ended_backends_cpu) - $alone) * 1000 / $transactions }")
    reserve "$kind" $((transactions * 3 / 2))
    frozen=$tps
    replay "$seconds" "least-$kind" "$first"
    reserve "$kind" $((transactions * 3 / 2))
    rate=$(awk "BEGIN { printf \"%.0f\", $requests * 1000000 / $micros }")
    awk "BEGIN { printf \"%d %.0f %.3f %.1f %.1f %.2f %.2f %.2f %.1f %.0f %.3f\n\", $rate, $frozen, $rate / $frozen, $p50 / 1000, $p99 / 1000, $api, $database, $alone, $compiler, $tps, $rate / $tps }" \
      >>"$work/$kind.rounds"
    say "  $kind, round $round: product $rate/s, frozen ${frozen%.*}/s, least ${tps%.*}/s"
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
