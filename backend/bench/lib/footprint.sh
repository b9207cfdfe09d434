# shellcheck shell=bash disable=SC2034,SC2154 # names are set by run, or used there
# The H2 build, as a small installation runs it: how soon it is ready, how much memory it keeps.

now_ms() { printf '%s' $((${EPOCHREALTIME/[.,]/} / 1000)); }

# ready_ms DEMO FOLDER: starts on the database in FOLDER; leaves the milliseconds until ready in ready, and the seconds of
# processor time that it took in ready_cpu: on a busy machine only those say something.
ready_ms() {
  local begun
  begun=$(now_ms)
  serve h2 QUARKUS_DATASOURCE_JDBC_URL="jdbc:h2:file:$2/porte-ouverte;$h2_options" PORTE_OUVERTE_DEMO_ENABLED="$1"
  await_product h2
  ready=$(($(now_ms) - begun))
  ready_cpu=$(cpu_of "$product_pid")
}

# measure_ready: writes ready-DEMO-first.rounds and ready-DEMO-again.rounds, a line a round.
measure_ready() {
  local demo round
  for demo in false true; do
    for round in $(seq "$rounds"); do
      rm -rf "$work/h2" && mkdir -p "$work/h2"
      ready_ms "$demo" "$work/h2"
      echo "$ready $ready_cpu" >>"$work/ready-$demo-first.rounds"
      stop_product
      ready_ms "$demo" "$work/h2"
      echo "$ready $ready_cpu" >>"$work/ready-$demo-again.rounds"
      stop_product
    done
    say "  ready, demo $demo: $(median 1 "$work/ready-$demo-first.rounds") ms at first, $(median 1 "$work/ready-$demo-again.rounds") ms again"
  done
}

resident_kb() { awk '/^VmRSS:/ { print $2 }' "/proc/$product_pid/status"; }

# measure_memory: leaves rss_start and rss (MB), and what load/searches.mjs says.
measure_memory() {
  local said
  ready_ms true "$work/h2"
  rss_start=$(($(resident_kb) / 1024))
  said=$(node "$bench/load/searches.mjs" "http://127.0.0.1:$port" "$searches") || fail 'The searches failed.'
  eval "$said" # searches= houses= near_ms= slots_ms=
  rss=$(($(resident_kb) / 1024))
  stop_product
  say "  memory: $rss MB after $searches searches over $houses houses (nearest houses $near_ms ms, slots of a house $slots_ms ms)"
}
