# shellcheck shell=bash
# Builds the API and the app, each only when its sources changed, and keeps the results apart from Maven's and Vite's
# own folders: a test or a build beside does not pull the files from under a running server.

# source_mark PATH...: one line that changes with any file under these paths (relative to the project).
source_mark() {
  (
    cd "$top"
    find "$@" \( -name node_modules -o -name dist -o -name e2e -o -name test-results -o -name playwright-report \
      -o -name screenshots -o -name schema.d.ts \) -prune \
      -o -type f -exec cksum {} + | LC_ALL=C sort | cksum
  )
}

# replace FROM TO: puts a fresh copy of a folder in the place of another, with its times: the archive of classes (see
# api.sh) is only good for jars of the same time.
replace() {
  rm -rf "$2.new" "$2.old" &&
    cp -Rp "$1" "$2.new" &&
    { [ ! -e "$2" ] || mv "$2" "$2.old"; } &&
    mv "$2.new" "$2" &&
    rm -rf "$2.old"
}

# package_api PROFILE DATABASE
package_api() { package_api_of "$top" "$@"; }

# package_api_of SOURCES PROFILE DATABASE: with all its classes in reach of an archive (aot-jar). The H2 build, which ./run starts, has
# one; that of PostgreSQL needs its database to make one.
package_api_of() {
  maven -f "$1/backend/pom.xml" package -Dmaven.test.skip=true -Dspotless.check.skip=true \
    -Dquarkus.profile="$2" -Dquarkus.package.output-directory="run-$2" -Dquarkus.package.jar.type=aot-jar &&
    replace "$1/backend/target/run-$2" "$home/api-$3" &&
    { [ "$3" != h2 ] || archive_classes "$home/api-$3"; }
}

# archive_classes FOLDER: starts the H2 build once, on a database in memory, and keeps the classes it read, so that each
# later start needs a third less work. A product without its archive starts all the same, only later.
archive_classes() {
  local server
  set +m # in the group of whoever builds: what stops the build stops this server too
  cd "$1" || return 1
  # Not on the data of whoever builds, which ./run has named by then: its letters would lead nowhere.
  env -u QUARKUS_DATASOURCE_JDBC_URL -u QUARKUS_DATASOURCE_USERNAME -u QUARKUS_DATASOURCE_PASSWORD \
    QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=0 QUARKUS_OIDC_AUTH_SERVER_URL=http://localhost:1/realms/porte-ouverte \
    QUARKUS_KEYCLOAK_ADMIN_CLIENT_SERVER_URL=http://localhost:1 PORTE_OUVERTE_DEMO_ENABLED=true \
    PORTE_OUVERTE_DEMO_PASSWORD=not-used PORTE_OUVERTE_TRANSPORT_LOCAL=true PORTE_OUVERTE_SECRET_KEY=only-while-the-classes-are-read-here \
    "$(java_command java)" -XX:ArchiveClassesAtExit=app-cds.jsa "${api_small[@]}" -jar quarkus-run.jar >archive.log 2>&1 &
  server=$!
  until grep -q 'Listening on' archive.log; do
    if ! kill -0 "$server" 2>/dev/null; then
      cat archive.log
      return 1
    fi
    sleep 0.2
  done
  kill -TERM "$server"
  wait "$server" || true
  rm archive.log
}

# install_app: the app's packages, unless they are those of the lock file already.
install_app() {
  local lock="$top/frontend/package-lock.json" mark="$top/frontend/node_modules/.installed"
  [ "$(cat "$mark" 2>/dev/null)" != "$(cksum <"$lock")" ] || return 0
  (cd "$top/frontend" && npm ci --no-audit --no-fund) && cksum <"$lock" >"$mark"
}

package_app() {
  install_app && (cd "$top/frontend" && npm run build) && replace "$top/frontend/dist" "$home/app"
}

# built NAME MARK: whether that result was built from these sources.
built() { [ -d "$home/$1" ] && [ "$(cat "$home/$1.mark" 2>/dev/null)" = "$2" ]; }

# build_api DATABASE: h2 or postgresql; the kind of database is fixed when the jar is built.
build_api() {
  local profile=prod mark
  [ "$1" = h2 ] || profile=$1
  mark=$(source_mark backend/pom.xml backend/src/main backend/scripts/build.sh)
  ! built "api-$1" "$mark" || return 0
  working "Building the API ($1)" "$logs/build-api-$1.log" package_api "$profile" "$1" || return 1
  printf '%s\n' "$mark" >"$home/api-$1.mark"
}

build_app() {
  local mark
  mark=$(source_mark openapi.yaml frontend backend/docs/integrators.md CHANGELOG.md)
  ! built app "$mark" || return 0
  working 'Building the app' "$logs/build-app.log" package_app || return 1
  printf '%s\n' "$mark" >"$home/app.mark"
}
