# shellcheck shell=bash
# The part of ./test that uses every operation of the contract, and then asks what nobody should: on PostgreSQL, with the
# product as ./run starts it and real logins.

# With a second one, for an installation that begins with nothing.
make_fuzzed_database() {
  postgres_binaries "$1" && postgres_cluster "$1" postgres && postgres_database "$1" nothing
}

# A crash of the machine is not what is tested.
fuzzed_database() {
  postgres_server "$1" -c listen_addresses=127.0.0.1 -c port="$2" -c unix_socket_directories= -c fsync=off
}

fuzz() {
  SMS_RECEIPT_TOKEN=$PORTE_OUVERTE_TRANSPORT_SMS_RECEIPT_TOKEN EXAMPLES="$tests/examples.json" \
    node "$top/backend/fuzz/fuzz.mjs" "$BASE_URL" "$KEYCLOAK_URL" "$@" "$PORTE_OUVERTE_STATE/logs/api.log"
}

# test_fuzz: for $fuzz_seconds, with the seed $fuzz_seed or a fresh one.
test_fuzz() {
  local stack='' work log="$tests/fuzz-start.log" app_port login_port database_port seed=${fuzz_seed:-$((RANDOM * 32768 + RANDOM))}
  prepare_maven
  # A killed process is waited for more than it works, and the odd requests take their minute anyway. What both start is
  # built before.
  if wanted crash && build_api h2 && build_api postgresql; then begin_beside test_crash; fi
  { read -r app_port && read -r login_port && read -r database_port; } < <(free_ports 3)
  work=$(mktemp -d) # not in the project: PostgreSQL may run as somebody who may not look there
  chmod 755 "$work"
  check fuzz 'a PostgreSQL' make_fuzzed_database "$work" || return 1
  fuzzed_database "$work" "$database_port" >"$tests/fuzz-postgres.log" 2>&1 </dev/null &
  local database=$!
  started_group "$database"
  local -x PORTE_OUVERTE_STATE="$tests/fuzz-state" BASE_URL="http://localhost:$app_port" KEYCLOAK_URL="http://localhost:$login_port"
  local -x PORTE_OUVERTE_POSTGRESQL="postgresql://postgres@127.0.0.1:$database_port/postgres"
  local -x PORTE_OUVERTE_TRANSPORT_SMS_RECEIPT_TOKEN=only-for-the-fuzz
  # Where the story answers as another system would.
  local -x PORTE_OUVERTE_OUTBOUND_PLAIN_HOSTS=localhost
  # The limits have tests of their own; here one machine is everybody.
  local -x PORTE_OUVERTE_PROOF_PLACES_OF_HOUSE_AT_LEAST=1000000 PORTE_OUVERTE_PROOF_WITHOUT_CONTACT_PER_HOUSE=1000000
  start_stack "$log"
  if check fuzz './run starts everything on PostgreSQL' stack_ready "$log"; then
    say "  Seed $seed: ./test fuzz --seed $seed begins with the same again"
    check fuzz "every operation, then $fuzz_seconds s of what is odd" fuzz "$fuzz_seconds" "$seed" ||
      show_tail "$PORTE_OUVERTE_STATE/logs/api.log"
  fi
  if stop_stack "$log"; then note fuzz 'Ctrl-C stops everything' 1 0 0 0; else note fuzz 'Ctrl-C stops everything' 0 1 0 0; fi
  if install_app && have_chromium; then
    from_nothing fuzz PostgreSQL "postgresql://postgres@127.0.0.1:$database_port/nothing"
  else
    note fuzz 'Chromium (missing)' 0 1 0 0
  fi
  kill -TERM -- "-$database" 2>/dev/null || true
  wait "$database" || true
  ended_group "$database"
  rm -rf "$work"
}
