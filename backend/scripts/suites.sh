# shellcheck shell=bash
# The parts of ./test. Each notes its results and goes on after a failure.

test_scripts() {
  check scripts 'bash reads every script' every_script bash -n || true
  if have_package shellcheck shellcheck; then
    check scripts shellcheck shellcheck "$top/run" "$top/test" "$top/.ci/run" "$top"/backend/operating/*.sh || true
  else
    note scripts 'shellcheck (missing)' 0 1 0 0
  fi
  check scripts './run waits while something happens' waits_while_something_happens || true
  check scripts './run gives up when nothing happens' gives_up_when_nothing_happens || true
  check scripts 'a script in the background hears Ctrl-C' hears_interrupts || true
  check scripts 'what watches the fuzz can see' node --test "$top/backend/fuzz/" || true
}

every_script() {
  local file
  for file in "$top/run" "$top/test" "$top/.ci/run" "$top"/backend/scripts/*.sh "$top"/backend/operating/*.sh; do
    "$@" "$file" || return 1
  done
}

# compose COMMAND...: docker's plugin where there is one, else Debian's docker-compose.
compose() {
  if docker compose version >/dev/null 2>&1; then docker compose "$@"; else docker-compose "$@"; fi
}

compose_config() { compose --project-directory "$top" -f "$top/docker-compose.yml" --env-file "$1" config -q; }

# needs_each_secret: without any one of the demo's settings that has no default, it is refused by that name.
needs_each_secret() {
  local name some="$tests/some.env"
  for name in $(grep -o '\${[A-Z_]*:?' "$top/docker-compose.yml" | tr -d '${:?' | sort -u); do
    grep -v "^$name=" "$top/.env.demo" >"$some"
    if compose_config "$some" 2>"$tests/some.err"; then
      say "docker-compose.yml does without $name"
      return 1
    fi
    grep "$name" "$tests/some.err" || return 1
  done
}

test_compose() {
  if ! docker compose version >/dev/null 2>&1 && ! have_package docker-compose docker-compose; then
    note compose 'docker compose (missing)' 0 1 0 0
    return 1
  fi
  check compose 'docker-compose.yml with the demo settings' compose_config "$top/.env.demo" || true
  check compose 'docker-compose.yml wants every secret' needs_each_secret || true
  if have_package caddy caddy; then
    check compose 'the web server accepts its settings' web_settings || true
  else
    note compose 'the web server (caddy is missing)' 0 0 1 0
  fi
}

web_settings() {
  PORTE_OUVERTE_URL=http://localhost:8080 caddy validate --config "$top/frontend/Caddyfile" --adapter caddyfile
}

api_mvn() { maven -f "$top/backend/pom.xml" "$@"; }

# api_suite NAME REPORTS EXECUTION: the API's tests, which are compiled, as one execution of the pom has them.
api_suite() {
  counted backend "$1" surefire "$top/backend/target/$2" api_mvn "surefire:test@$3"
}

test_on_postgresql() { api_suite PostgreSQL surefire-postgresql postgresql; }

# compiled_and_checked: what ./run or one test has compiled was not read by Error Prone, so sources that it has not seen
# yet are compiled anew.
compiled_and_checked() {
  local mark="$home/checked.mark" now
  now=$(source_mark backend/src/main backend/pom.xml)
  [ "$(cat "$mark" 2>/dev/null)" = "$now" ] || rm -rf "$top/backend/target/classes" "$top/backend/target/maven-status"
  api_mvn test-compile spotless:check && echo "$now" >"$mark"
}

# test_by_name NAME DATABASE: without Error Prone, which takes longer than the test.
test_by_name() {
  local execution=default-test
  [ "$2" = h2 ] || execution=$2
  rm -rf "$top/backend/target/surefire-by-name"
  counted backend "$1 on $2" surefire "$top/backend/target/surefire-by-name" \
    api_mvn -q -P '!checked' test-compile "surefire:test@$execution" -Dtest="$1" \
    -Dsurefire.reports=surefire-by-name -Dsurefire.reports.postgresql=surefire-by-name
}

# The shorter suite, and then what the next part wants: its core would be idle.
postgresql_then_builds() {
  test_on_postgresql || true
  if wanted crash; then build_api h2; fi
  if wanted crash || wanted fuzz; then build_api postgresql; fi
}

# The two databases beside each other: two cores, and neither needs both. Compiling needs one of them: the other one
# prepares the browser's part meanwhile.
test_backend() {
  prepare_maven
  rm -rf "$top"/backend/target/surefire-*
  if wanted e2e; then begin_beside prepare_e2e; fi
  if check backend 'compiles and is formatted' compiled_and_checked; then
    begin_beside postgresql_then_builds
    api_suite 'H2, contract, architecture' surefire-reports default-test || true
    end_beside postgresql_then_builds
  fi
  if is_beside prepare_e2e; then end_beside prepare_e2e; fi
}

# What ./run would fetch and build before it starts, and the programs of that part.
prepare_e2e() {
  prepare_maven
  prepare_keycloak && prepare_mail_server && prepare_generator && build_app
  have_chromium && have_package khal khal
}

have_chromium() { chromium_command >/dev/null || have_package chromium chromium; }

# The packages as they are started in earnest; the two databases beside each other, for the time it takes.
test_crash() {
  local java
  prepare_maven
  java=$(image_java)
  build_api h2 && build_api postgresql || {
    note crash 'building the API' 0 1 0 0
    return 1
  }
  rm -rf "$top/backend/target/surefire-crash"
  say "  PostgreSQL's processes run on $("$java/bin/java" -version 2>&1 | sed -n 's/.*version "\(.*\)".*/Java \1/p')"
  if debian_postgres >/dev/null || have_package pg_createcluster postgresql; then
    check crash 'a backup of PostgreSQL is put back' with_postgres lost_and_put_back || true
  else
    note crash 'a backup (PostgreSQL is missing)' 0 1 0 0
  fi
  if debian_postgres >/dev/null && have_package pgbackrest pgbackrest; then
    check crash 'PostgreSQL is put back as it stood before a mistake' archived_and_put_back || true
  else
    note crash 'an archive (PostgreSQL or pgBackRest is missing)' 0 1 0 0
  fi
  check crash 'a backup of H2 is put back' h2_lost_and_put_back || true
  if ! have_package caddy caddy; then
    note crash 'the web server (caddy is missing)' 0 1 0 0
  elif debian_postgres >/dev/null; then
    check crash 'several processes without containers, one killed' with_postgres several_processes || true
  fi
  have_standby || note crash 'a standby (Patroni or etcd is missing)' 0 1 0 0
  counted crash 'killed 20 times on each database; two at once; a database that dies' surefire "$top/backend/target/surefire-crash" \
    api_mvn test-compile surefire:test -Dtest='ClusterTrial,FailoverTrial,KilledOn*Trial,SharedWorkTrial' -Dsurefire.reports=surefire-crash \
    -Dcrash.h2="$home/api-h2" -Dcrash.h2.options="$h2_options" -Dcrash.postgresql="$home/api-postgresql" \
    -Dcrash.java="$java" \
    -Djunit.jupiter.execution.parallel.enabled=true -Djunit.jupiter.execution.parallel.mode.classes.default=concurrent \
    -Djunit.jupiter.execution.parallel.config.strategy=fixed \
    -Djunit.jupiter.execution.parallel.config.fixed.parallelism=3 \
    '-Djunit.jupiter.testclass.order.default=org.junit.jupiter.api.ClassOrderer$OrderAnnotation'
}

# have_standby: what a PostgreSQL that follows another one is made of.
have_standby() { have_package pg_createcluster postgresql && have_package etcd etcd-server && have_package patroni patroni; }

# test_resilience: what is one of each in the part above, as often as one likes to see it; and the last release beside today's.
test_resilience() {
  local trials='ClusterTrial,FailoverTrial,LoginTrial,CutTrial'
  prepare_maven
  build_api postgresql && have_package caddy caddy && have_standby && prepare_keycloak_nodes || {
    note resilience 'building the API, the web server, a standby, Keycloak' 0 1 0 0
    return 1
  }
  if have_release && build_release; then
    trials="$trials,UpgradeTrial"
  else
    note resilience "the last release ($(release name)) beside today's" 0 1 0 0
  fi
  rm -rf "$top/backend/target/surefire-resilience"
  counted resilience 'killed: one of two 20 times, a database 10, a login 6; a network cut 5 times; two versions' surefire "$top/backend/target/surefire-resilience" \
    api_mvn test-compile surefire:test -Dtest="$trials" -Dcrash.released="$home/api-released" \
    -Dsurefire.reports=surefire-resilience -Dcrash.postgresql="$home/api-postgresql" -Dcrash.java="$(image_java)" \
    -Dcrash.keycloak="$keycloak_nodes_home" -Dcrash.cluster.kills=20 -Dcrash.failovers=10 -Dcrash.logins.kills=6 -Dcrash.cuts=5
}

in_app() { (cd "$top/frontend" && "$@"); }

test_app() {
  check app 'packages of the app' install_app || return 1
  check app lint in_app npm run -s lint || true
  check app types in_app npm run -s typecheck || true
  check app 'the contract is well formed' in_app npm run -s contract || true
  check app words in_app npm run -s words || true
  counted app 'unit tests' vitest "$tests/app.json" \
    in_app npm run -s test -- --reporter=default --reporter=json --outputFile="$tests/app.json" || true
  check app build in_app npm run -s build && check app 'size of the first load' in_app npm run -s size
}

# start_stack LOG OPTION...: the product as ./run starts it, with a state of its own. Sets `stack`, its group.
# Deaf to Ctrl-C, as a script's children in the background are: ./run must hear it all the same.
start_stack() {
  local log=$1
  shift
  (
    trap '' INT
    # The tests do not wait for a roll call. All their people come from one address and book what they like; only how much
    # they hold at once is bounded as everywhere.
    PORTE_OUVERTE_ROLL_CALL_EVERY=3s \
      PORTE_OUVERTE_PROOF_BOOKINGS_PER_ADDRESS=1000 PORTE_OUVERTE_PROOF_WITHOUT_CONTACT_PER_ADDRESS=1000 \
      PORTE_OUVERTE_PROOF_WITHOUT_CONTACT_PER_HOUSE=1000 PORTE_OUVERTE_PROOF_PERCENT_OF_HOUSE=100 \
      exec "$top/run" --port "${BASE_URL##*:}" --keycloak-port "${KEYCLOAK_URL##*:}" "$@"
  ) >"$log" 2>&1 </dev/null &
  stack=$!
  started_group "$stack"
}

# stack_ready LOG
stack_ready() {
  while [ ! -f "$PORTE_OUVERTE_STATE/ready" ]; do
    if ! kill -0 "$stack" 2>/dev/null; then
      cat "$1"
      return 1
    fi
    sleep 0.5
  done
  grep '^Ready after' "$1"
}

# stop_stack LOG: as a person does, with Ctrl-C; both servers must be gone afterwards.
stop_stack() {
  local url until=$((SECONDS + 60))
  kill -INT "$stack" 2>/dev/null || true
  while kill -0 "$stack" 2>/dev/null && [ "$SECONDS" -lt "$until" ]; do sleep 0.2; done
  kill -TERM "$stack" 2>/dev/null || true # only if Ctrl-C did nothing, which the check below then says
  wait "$stack" || true
  ended_group "$stack"
  for url in "$BASE_URL" "$KEYCLOAK_URL"; do
    ! port_taken "${url##*:}" || return 1
  done
  grep -q '^Stopped.$' "$1"
}

note_stop() {
  if stop_stack "$1"; then note e2e "$2" 1 0 0 0; else note e2e "$2" 0 1 0 0; fi
}

secret_of_stack() { sed -n "s/^PORTE_OUVERTE_$1_SECRET=//p" "$PORTE_OUVERTE_STATE/secrets.env"; }

# older_realm_is_told: on the Keycloak that runs, a realm of its own, which RealmSettings brings up to date, cut short or not.
older_realm_is_told() {
  local classes="$tests/realm-settings"
  "$(java_command javac)" -Xlint:all -Werror -cp "$(realm_settings_path)" -d "$classes" "$realm_settings" || return 1
  KEYCLOAK_ADMIN_PASSWORD=$(sed -n 's/^KC_BOOTSTRAP_ADMIN_PASSWORD=//p' "$PORTE_OUVERTE_STATE/secrets.env") \
    SETTINGS="exec '$(java_command java)' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '$(realm_settings_path)$classes' RealmSettings" \
    node --test "$top/backend/keycloak/settings.test.mjs"
}

# playwright_suite PART NAME REPORT TEST...
playwright_suite() {
  local part=$1 name=$2 report=$3
  shift 3
  export PLAYWRIGHT_JSON_OUTPUT_NAME="$tests/$report.json"
  counted "$part" "$name" playwright "$tests/$report.json" in_app npm run -s e2e -- --reporter=list,json "$@" ||
    show_tail "$PORTE_OUVERTE_STATE/logs/api.log"
}

# nobody_in LOG: of all the visitors of the tests neither an address nor a telephone, a name or the secret of a link.
nobody_in() {
  [ -s "$1" ] || return 1
  ! grep -nE '[[:alnum:]._+-]+@(exemple|example|[a-z-]+\.example)|(\+33|\b0)[1-7]([ .]?[0-9]{2}){4}\b|Odette|Perrin|Petit|Morel|Madeleine|[?#&](secret|cle)=' "$1"
}

# begin_mail: a real mail server, which the next start of the stack sends through, and a real calendar program.
begin_mail() {
  local smtp_port http_port
  have_package khal khal || return 1
  prepare_mail_server || return 1
  { read -r smtp_port && read -r http_port; } < <(free_ports 2)
  mail_server "$smtp_port" "$http_port" >"$tests/mail-server.log" 2>&1 </dev/null &
  mail_group=$!
  started_group "$mail_group"
  mail_server_ready "$mail_group" "$http_port" || return 1
  # The login's mails, too. A realm that is there is told so, who wants a second factor, and of another provider.
  export PORTE_OUVERTE_SMTP_HOST=127.0.0.1 PORTE_OUVERTE_SMTP_PORT="$smtp_port" PORTE_OUVERTE_SMTP_STARTTLS=false
  export PORTE_OUVERTE_RESET_PASSWORD=true PORTE_OUVERTE_SECOND_FACTOR_ROLES=admin
  export PORTE_OUVERTE_PROVIDER_ISSUER="$KEYCLOAK_URL/realms/provider" PORTE_OUVERTE_PROVIDER_NAME='Un autre service'
  export PORTE_OUVERTE_PROVIDER_CLIENT_ID=porte-ouverte PORTE_OUVERTE_PROVIDER_CLIENT_SECRET=only-for-tests-only-for-tests
  export QUARKUS_MAILER_HOST=127.0.0.1 QUARKUS_MAILER_PORT="$smtp_port" MAILBOX_URL="http://localhost:$http_port"
}

make_client() {
  prepare_generator && check e2e 'a client in Java, from openapi.yaml, compiles' generate_client "$tests/java-client" || true
}

test_e2e() {
  local stack='' mail_group='' app_port login_port first="$tests/first-start.log" second="$tests/second-start.log"
  check e2e 'packages of the app' install_app || return 1
  if ! have_chromium; then
    note e2e 'Chromium (missing)' 0 1 0 0
    return 1
  fi
  # The browser waits more than it works; the app's checks need nothing of it.
  if wanted app; then begin_beside test_app; fi
  from_nothing e2e H2
  { read -r app_port && read -r login_port; } < <(free_ports 2)
  # keycloak.e2e.ts acts as the operator's scripts do.
  export PORTE_OUVERTE_OPERATOR_ENABLED=true
  CHROMIUM=$(chromium_command)
  export CHROMIUM PORTE_OUVERTE_STATE="$tests/state"
  export BASE_URL="http://localhost:$app_port" KEYCLOAK_URL="http://localhost:$login_port"
  # The provider of the second start: another realm, imported with ours.
  export PORTE_OUVERTE_MORE_REALMS="$top/frontend/e2e/provider-realm.json"
  # Where systems.e2e.ts and guides.e2e.ts answer as another system would.
  export PORTE_OUVERTE_OUTBOUND_PLAIN_HOSTS=localhost
  # While the stack starts: clients.e2e.ts books with it.
  begin_beside make_client
  start_stack "$first"
  if check e2e './run starts everything' stack_ready "$first"; then
    end_beside make_client
    ACCOUNTS_CLIENT_SECRET=$(secret_of_stack ACCOUNTS) OPERATOR_CLIENT_SECRET=$(secret_of_stack OPERATOR)
    JAVA_CLIENT="$tests/java-client/classes:$(client_libraries)"
    export ACCOUNTS_CLIENT_SECRET OPERATOR_CLIENT_SECRET JAVA_CLIENT
    playwright_suite e2e 'Chromium, API, Keycloak' e2e
  fi
  note_stop "$first" 'Ctrl-C stops everything'
  check e2e 'nobody is named in the logs' nobody_in "$PORTE_OUVERTE_STATE/logs/api.log" || true
  begin_mail || note e2e 'a mail server and a calendar program' 0 1 0 0
  start_stack "$second"
  if check e2e './run starts again' stack_ready "$second"; then
    playwright_suite e2e 'Keycloak after a second start, a real mail server' e2e-again keycloak smtp
    check e2e 'a realm of an older version is told, cut short anywhere' older_realm_is_told || true
  fi
  note_stop "$second" 'Ctrl-C stops everything again'
  check e2e 'nobody is named in the second logs' nobody_in "$PORTE_OUVERTE_STATE/logs/api.log" || true
}
