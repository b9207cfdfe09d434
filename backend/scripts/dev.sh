# shellcheck shell=bash
# ./run --dev: the API and the app from their sources; what is saved is there at the next request.

# dev_api_server DATABASE: Quarkus compiles what changed when it is asked for something.
dev_api_server() {
  local profile=()
  [ "$1" = h2 ] || profile=("-Dquarkus.profile=$1")
  api_settings "$app_url"
  maven -f "$top/backend/pom.xml" quarkus:dev -Dmaven.test.skip=true -Ddebug=false -Dquarkus.console.enabled=false \
    -Dquarkus.test.continuous-testing=disabled -Dquarkus.analytics.disabled=true ${profile[@]+"${profile[@]}"}
}

# dev_app_server: Vite, which hands /api on to the API.
dev_app_server() {
  cd "$top/frontend" || return 1
  API_URL="http://127.0.0.1:$port" npm run -s dev -- --host localhost --port "$dev_port" --strictPort
}
