# shellcheck shell=bash disable=SC2034,SC2154 # names are set by run, or used there
# The report: every number beside its aim, and what it was measured on.

# verdict VALUE AIM least|most
verdict() {
  awk -v value="$1" -v aim="$2" -v how="$3" \
    'BEGIN { print (how == "least" ? value >= aim : value <= aim) ? "met" : "**missed**" }'
}

machine() {
  local cpu
  cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
  printf '%s, %s cores, %s GB; Linux %s; Java %s (on PostgreSQL %s); PostgreSQL %s; pgbench %s; wrk %s' "${cpu:-unknown CPU}" "$(nproc)" \
    "$(awk '/^MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo)" "$(uname -r)" \
    "$("$(java_command java)" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')" "$server_java" \
    "$("$work/postgres/bin/postgres" --version 2>/dev/null | awk '{ print $3 }')" "$(pgbench --version | awk '{ print $3 }')" \
    "$(wrk -v 2>&1 | sed -n '1s/^wrk \([^ ]*\).*/\1/p')"
}

# messages_verdict: none when the host was busy most of the time.
messages_verdict() {
  if [ "$messages_calm" -lt 33 ]; then echo '**not judged**'; else verdict "$messages_ratio" 1.5 most; fi
}

load_average() { cut -d' ' -f1-3 /proc/loadavg; }

rounds_table() {
  printf '\n%s: %s statements a request. Rounds:\n\n' "$2" "$(cat "$work/$1.count")"
  printf '| product /s | frozen /s | ratio | p50 ms | p99 ms | CPU ms a request: API | PostgreSQL | PostgreSQL under the frozen script | the compiler, %% of the API | least /s | ratio |\n|--|--|--|--|--|--|--|--|--|--|--|\n'
  awk '{ print "| " $1 " | " $2 " | " $3 " | " $4 " | " $5 " | " $6 " | " $7 " | " $8 " | " $9 " | " $10 " | " $11 " |" }' "$work/$1.rounds"
}

ratio_line() {
  local value
  value=$(median 3 "$work/$1.rounds")
  printf '| %s, product beside the frozen reference | %s (%s/s beside %s/s; beside the least SQL %s) | %s or more | %s |\n' "$2" \
    "$value" "$(median 1 "$work/$1.rounds")" "$(median 2 "$work/$1.rounds")" "$(median 11 "$work/$1.rounds")" "$3" \
    "$(verdict "$value" "$3" least)"
}

ready_line() {
  local value
  value=$(median 1 "$work/ready-$1.rounds")
  printf '| H2 build ready, %s | %s s (%s s of processor time) | 3 s or less | %s |\n' "$2" \
    "$(awk "BEGIN { printf \"%.1f\", $value / 1000 }")" "$(median 2 "$work/ready-$1.rounds")" \
    "$(verdict "$value" 3000 most)"
}

report() {
  cat <<END
# Bench of $(date -u '+%Y-%m-%d %H:%M') UTC

$(git -C "$top" describe --always --dirty 2>/dev/null || true) on $(machine).
Load average before: $load_before; after: $(load_average). (Of the bench itself too.)

$(numbers)
$(details)
END
}

numbers() {
  printf '| what | measured | to aim at | |\n|--|--|--|--|\n'
  if does search; then ratio_line search 'Slot search' 3.0; fi
  if does booking; then ratio_line booking 'Full booking' 1.5; fi
  if does surge; then
    printf '| %s clients on 1,000 seats | %s × 201, %s × 409, %s × 503, %s others; %s s, p99 %s ms | 1,000 × 201, the rest 409 | %s |\n' \
      "$surge_clients" "$surge_201" "$surge_409" "$surge_503" "$surge_others" "$surge_seconds" "$surge_p99" \
      "$([ "$surge_201" -eq 1000 ] && [ "$surge_others" -eq 0 ] && echo met || echo '**wrong**')"
    printf '| The surge, over the time of 1,000 frozen bookings | %s (%s s over %s s; %s ms of API processor a request) | 0.6 or less | %s |\n' \
      "$surge_ratio" "$surge_seconds" "$surge_frozen" "$surge_cpu" "$(verdict "$surge_ratio" 0.6 most)"
  fi
  if does streams; then
    printf '| Two screens in each of %s houses, idle for %s s | %s %% of one core; %s streams open, %s lost, %s signs of life; %s MB; opened in %s s | 10 %% or less | %s |\n' \
      "$country" "$idle_seconds" "$streams_cpu" "$streams" "$streams_lost" "$streams_signs" "$streams_rss" \
      "$streams_opened_s" "$(verdict "$streams_cpu" 10 most)"
  fi
  if does messages; then
    printf '| %s reminders due at once, %s bookings a second meanwhile: p99 of a booking | %s (%s ms beside %s ms without; p50 %s beside %s) | 1.5 or less | %s |\n' \
      "$messages" "$booking_rate" "$messages_ratio" "$messages_mass_p99" "$messages_quiet_p99" "$messages_mass_p50" \
      "$messages_quiet_p50" "$(messages_verdict)"
    printf '| The same with what the host of this machine gave to others (at least %s %% were calm) | %s (%s ms beside %s ms) | | |\n' \
      "$messages_calm" "$messages_all_ratio" "$messages_all_mass_p99" "$messages_all_quiet_p99"
    printf '| The reminders | %s sent in %s s (%s a second), %s twice | each once | %s |\n' "$messages_sent" "$messages_took" \
      "$messages_rate" "$messages_twice" \
      "$([ "$messages_sent/$messages_twice" = "$messages/0" ] && echo met || echo '**wrong**')"
    printf '| Confirmations of those who booked meanwhile, p99 | %s s (%s s without) | 30 s or less | %s |\n' \
      "$messages_mass_confirmed_p99" "$messages_quiet_confirmed_p99" "$(verdict "$messages_mass_confirmed_p99" 30 most)"
  fi
  if does search || does booking || does surge || does messages; then
    printf '| Slots whose places, seats and bookings differ, or oversold | %s | 0 | %s |\n' "$oversold" \
      "$([ "$oversold" -eq 0 ] && echo met || echo '**wrong**')"
  fi
  if does ready; then
    ready_line false-first 'no demo, first start (makes the tables)'
    ready_line false-again 'no demo, next start'
    ready_line true-first 'demo, first start (fills itself)'
    ready_line true-again 'demo, next start'
  fi
  if does memory; then
    printf '| H2 build, resident after %s searches over %s houses | %s MB (%s MB when ready); a search took %s ms (nearest) or %s ms (slots) | 400 MB or less | %s |\n' \
      "$searches" "$houses" "$rss" "$rss_start" "$near_ms" "$slots_ms" \
      "$([ "$houses" -gt 0 ] && verdict "$rss" 400 most || echo 'not measured: the demo has no houses')"
  fi
}

details() {
  if does search || does booking; then
    printf '\nData: %s sites, %s slots. %s clients each, %s rounds of %s s in turns after at most %s searches and %s bookings of warm-up; medians above.\n' \
      "$sites" "$((sites * permanences * 200))" "$clients" "$rounds" "$seconds" "$warm_searches" "$warm_bookings"
    printf 'pgbench sends the frozen scripts of bench/reference (-M prepared), with parameters drawn the same way.\n'
    if does search; then rounds_table search 'Slot search'; fi
    if does booking; then rounds_table booking 'Full booking'; fi
  fi
  cat <<END

Raised: writes a minute and address (300) to 100,000,000. Not raised: 3 live bookings a contact; each visitor of the bench is
another person. Procedures take one slot. PostgreSQL: shared_buffers $shared_buffers, commits durable (fsync on), all on one
machine: product, database and load generator share its cores.
END
}
