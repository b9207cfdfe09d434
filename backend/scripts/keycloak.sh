# shellcheck shell=bash
# Keycloak for ./run and ./test: fetched from Maven Central, built once, then started with the project's realm.

# With the demo, unless ./run --empty said otherwise.
: "${demo:=true}"

keycloak_version=26.7.3
keycloak_home="$home/keycloak-$keycloak_version"

# Runs Keycloak's own script. Its bits in the archive are lost by `jar`, hence `sh`.
kc() { sh "$keycloak_home/bin/kc.sh" "$@"; }

fetch_keycloak() { fetch_file "org.keycloak:keycloak-quarkus-dist:$keycloak_version:zip" "$home/download"; }

unpack_keycloak() {
  rm -rf "$home/unpack" "$keycloak_home"
  mkdir -p "$home/unpack"
  (cd "$home/unpack" && "$(java_command jar)" xf "$home/download/keycloak-quarkus-dist-$keycloak_version.zip")
  mv "$home/unpack/keycloak-$keycloak_version" "$keycloak_home"
  rm -rf "$home/unpack" "$home/download"
}

build_keycloak() { kc build --db=dev-file && touch "$keycloak_home/.built"; }

# prepare_keycloak: the distribution, ready to start. Does nothing the second time.
prepare_keycloak() {
  [ ! -f "$keycloak_home/.built" ] || return 0
  working "Fetching Keycloak $keycloak_version, 170 MB, once" "$logs/keycloak-fetch.log" fetch_keycloak || return 1
  working 'Unpacking Keycloak' "$logs/keycloak-unpack.log" unpack_keycloak || return 1
  working 'Building Keycloak for a quick start' "$logs/keycloak-build.log" build_keycloak || return 1
}

# What the tests start two of, on one PostgreSQL.
keycloak_nodes_home="$keycloak_home-nodes"

# image_build: the options with which Keycloak's image is built.
image_build() { sed -n 's/^ENV \(KC_DB=.*\)/\1/p' "$top/backend/keycloak/Dockerfile"; }

# A copy, for what is built here is for another database than ./run has. Never by links: the build writes into files.
build_keycloak_nodes() {
  local options
  read -ra options < <(image_build)
  rm -rf "$keycloak_nodes_home"
  cp -R "$keycloak_home" "$keycloak_nodes_home" && rm -rf "$keycloak_nodes_home/.built" "$keycloak_nodes_home/data" &&
    env "${options[@]}" sh "$keycloak_nodes_home/bin/kc.sh" build && image_build >"$keycloak_nodes_home/.built"
}

# prepare_keycloak_nodes: Keycloak as its image has it. Does nothing the second time.
prepare_keycloak_nodes() {
  prepare_keycloak || return 1
  [ "$(cat "$keycloak_nodes_home/.built" 2>/dev/null)" != "$(image_build)" ] || return 0
  working 'Building Keycloak for PostgreSQL' "$logs/keycloak-nodes-build.log" build_keycloak_nodes
}

# realm_mark: changes when nothing that is there opens any more: other secrets, another Keycloak.
realm_mark() {
  { cat "$secrets_file"; printf '%s' "$keycloak_version"; } | cksum
}

# prepare_realm: then the realm is imported into an empty database at the next start. The agents' users come back from the
# API's own rows; passwords and second factors do not. A changed file, other addresses: the realm is told (await_settings).
prepare_realm() {
  [ "$(cat "$state/keycloak/realm.mark" 2>/dev/null)" != "$(realm_mark)" ] || return 0
  rm -rf "$state/keycloak"
  mkdir -p "$state/keycloak" "$keycloak_home/data/import"
}

# mark_realm: to be called once Keycloak answers, so that an import cut short is done again.
mark_realm() { realm_mark >"$state/keycloak/realm.mark"; }

realm_settings="$top/backend/keycloak/RealmSettings.java"

# The client of the operator's scripts: off unless it is asked for.
operator_enabled=${PORTE_OUVERTE_OPERATOR_ENABLED:-false}

# second_factor_roles: admins, unless it is said otherwise; the demo's logins want none.
second_factor_roles() {
  local unless=admin
  ! $demo || unless=''
  printf '%s' "${PORTE_OUVERTE_SECOND_FACTOR_ROLES-$unless}"
}

# settings_mark: changes when a realm that is there has to be told something: by the environment or by its file. See
# backend/keycloak/RealmSettings.java.
settings_mark() {
  {
    env | LC_ALL=C sort | grep -E '^PORTE_OUVERTE_(SMTP|RESET_PASSWORD|PROVIDER)' || true
    printf '%s' "$operator_enabled $(second_factor_roles) $demo $port $dev_port"
    cat "$realm_settings" "$realm_file"
  } | cksum
}

# realm_settings_path: what it needs to be compiled and to run.
realm_settings_path() { (cd "$keycloak_home/lib/lib/main" && printf '%s:' "$PWD"/com.fasterxml.jackson.core.*.jar); }

# keycloak_settings: the realm as it is now says what the environment says. A short life: to start quickly counts.
keycloak_settings() {
  export_realm_settings
  export KC_BOOTSTRAP_ADMIN_USERNAME=keycloak-admin KC_BOOTSTRAP_ADMIN_PASSWORD
  export KEYCLOAK_ADDRESS="http://localhost:$keycloak_port" REALM_FILE="$realm_file"
  "$(java_command java)" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$(realm_settings_path)" "$realm_settings"
}

# await_settings: once Keycloak answers. What was just imported lacks what a file cannot say, such as scopes.
await_settings() {
  local mark
  mark=$(settings_mark)
  [ "$(cat "$state/keycloak/settings.mark" 2>/dev/null)" != "$mark" ] || return 0
  (working 'Settings of the login' "$logs/keycloak-settings.log" keycloak_settings) || return 1
  printf '%s\n' "$mark" >"$state/keycloak/settings.mark"
}

# What the realm's file and RealmSettings take from the environment.
export_realm_settings() {
  export PORTE_OUVERTE_APP_URL="http://localhost:$port" PORTE_OUVERTE_DEV_URL="http://localhost:$dev_port"
  export PORTE_OUVERTE_DEMO_ENABLED="$demo" PORTE_OUVERTE_OPERATOR_ENABLED="$operator_enabled"
  PORTE_OUVERTE_SECOND_FACTOR_ROLES=$(second_factor_roles)
  export PORTE_OUVERTE_SECOND_FACTOR_ROLES
  export PORTE_OUVERTE_ACCOUNTS_SECRET PORTE_OUVERTE_OPERATOR_SECRET PORTE_OUVERTE_INTEGRATOR_SECRET
}

# PORTE_OUVERTE_MORE_REALMS names the file of one more realm, for the tests.
# keycloak_server: the process itself, on loopback. A quick start counts for more here than speed hours later.
keycloak_server() {
  local import=()
  if [ ! -f "$state/keycloak/realm.mark" ]; then
    rm -f "$keycloak_home"/data/import/*
    cp "$realm_file" ${PORTE_OUVERTE_MORE_REALMS:+"$PORTE_OUVERTE_MORE_REALMS"} "$keycloak_home/data/import/"
    import=(--import-realm)
  fi
  export_realm_settings
  export KC_BOOTSTRAP_ADMIN_USERNAME=keycloak-admin KC_BOOTSTRAP_ADMIN_PASSWORD
  export JAVA_OPTS_APPEND=-XX:TieredStopAtLevel=1
  exec sh "$keycloak_home/bin/kc.sh" start --optimized --cache=local ${import[@]+"${import[@]}"} \
    --db-url="jdbc:h2:file:$state/keycloak/keycloak;NON_KEYWORDS=VALUE" \
    --spi-theme--folder--dir="$top/backend/keycloak/themes" \
    --http-enabled=true --http-host=127.0.0.1 --http-port="$keycloak_port" --hostname="http://localhost:$keycloak_port"
}
