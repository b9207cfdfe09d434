# shellcheck shell=bash disable=SC2034,SC2154 # names are set by run, or used there
# The product as its users start it, on loopback, with what the bench raises said in the report.

# serve DATABASE [NAME=VALUE...]: starts a build of the API. The H2 build with ./run's own options (api_java_options of
# scripts/api.sh, when it has some), the PostgreSQL build with Java's, as on a server.
serve() {
  local database=$1 options=()
  shift
  if [ "$database" = h2 ]; then
    options=(${api_java_options[@]+"${api_java_options[@]}"})
  elif [ -n "$jfr" ]; then
    options=("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=$jfr")
  fi
  env -C "$home/api-$database" QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT="$port" \
    QUARKUS_OIDC_AUTH_SERVER_URL="http://localhost:1/realms/porte-ouverte" \
    QUARKUS_KEYCLOAK_ADMIN_CLIENT_SERVER_URL="http://localhost:1" \
    PORTE_OUVERTE_SECRET_KEY="$secret" PORTE_OUVERTE_DEMO_PASSWORD="$secret" \
    PORTE_OUVERTE_PROOF_OWN_NETWORKS=127.0.0.0/8 PORTE_OUVERTE_LIMITS_SEARCHES_PER_MINUTE_AND_ADDRESS=100000000 "$@" \
    "$(java_command java)" ${options[@]+"${options[@]}"} -jar quarkus-run.jar >"$logs/$database.log" 2>&1 &
  product_pid=$!
  started_group "$product_pid"
}

# serve_on_postgresql [NAME=VALUE...]: sends no messages unless told so; a measure of bookings is one of bookings.
serve_on_postgresql() {
  serve postgresql QUARKUS_DATASOURCE_JDBC_URL="jdbc:postgresql://127.0.0.1:$database_port/porteouverte" \
    QUARKUS_DATASOURCE_USERNAME="$database_user" QUARKUS_DATASOURCE_PASSWORD=none \
    PORTE_OUVERTE_LIMITS_WRITES_PER_MINUTE_AND_ADDRESS=100000000 PORTE_OUVERTE_JOBS_RUN=false "$@"
}

await_product() {
  local until=$((SECONDS + 120))
  until answers_ok "$port" /q/health/ready; do
    kill -0 "$product_pid" 2>/dev/null || {
      show_tail "$logs/$1.log"
      fail 'The product ended.'
    }
    [ "$SECONDS" -lt "$until" ] || fail 'The product is not ready after two minutes.'
    sleep 0.02
  done
}

stop_product() {
  kill -TERM -- "-$product_pid" 2>/dev/null || true
  wait "$product_pid" 2>/dev/null || true
  ended_group "$product_pid"
}
