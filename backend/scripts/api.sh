# shellcheck shell=bash
# The API's process: its database and its settings, all by environment.

# With the demo, unless ./run --empty said otherwise.
: "${demo:=true}"

# Lower-case names and the order of empty values as PostgreSQL has them; the same as in application.properties.
h2_options='MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=5000'
# In a file: a commit is written before it is answered, so that no kill loses it, and the API closes its database itself,
# not the first shutdown hook while requests are under way.
h2_options="$h2_options;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"

# Small and quick to start: the quick compiler only, a collector and a heap that stay small, and classes read from the
# archive that the build made (see archive_classes). The bench measures with these too.
api_small=(-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms64m -Xmx512m)
api_java_options=(-XX:SharedArchiveFile=app-cds.jsa "${api_small[@]}")

decoded() { printf '%b' "${1//%/\\x}"; }

# use_postgresql URL: reads postgresql://user:password@host:port/database into what the API understands.
use_postgresql() {
  local rest=${1#*://} account='' place
  case $1 in
    postgresql://?*/?* | postgres://?*/?*) ;;
    *) fail "\"$1\" is not such an address: postgresql://user:password@host:port/database" ;;
  esac
  case $rest in *@*) account=${rest%@*} rest=${rest##*@} ;; esac
  place=${rest%%/*}
  case $place in *:*) ;; *) place="$place:5432" ;; esac
  export QUARKUS_DATASOURCE_JDBC_URL="jdbc:postgresql://$place/${rest#*/}"
  QUARKUS_DATASOURCE_USERNAME=$(decoded "${account%%:*}")
  QUARKUS_DATASOURCE_PASSWORD=''
  case $account in *:*) QUARKUS_DATASOURCE_PASSWORD=$(decoded "${account#*:}") ;; esac
  export QUARKUS_DATASOURCE_USERNAME QUARKUS_DATASOURCE_PASSWORD
}

use_h2() {
  export QUARKUS_DATASOURCE_JDBC_URL="jdbc:h2:file:$state/database/porte-ouverte;$h2_options"
}

# api_settings APP: of a process on loopback, with the demo, for the app at that address.
api_settings() {
  export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT="$port"
  export QUARKUS_OIDC_AUTH_SERVER_URL="http://localhost:$keycloak_port/realms/porte-ouverte"
  export QUARKUS_KEYCLOAK_ADMIN_CLIENT_SERVER_URL="http://localhost:$keycloak_port"
  export QUARKUS_KEYCLOAK_ADMIN_CLIENT_CLIENT_SECRET="$PORTE_OUVERTE_ACCOUNTS_SECRET"
  # Where the links of letters lead.
  export PORTE_OUVERTE_APP_URL="$1"
  export PORTE_OUVERTE_DEMO_ENABLED="$demo" PORTE_OUVERTE_DEMO_PASSWORD="$demo_password" PORTE_OUVERTE_SECRET_KEY
  # On the start page: Allô Service Public, the national information line.
  export PORTE_OUVERTE_APP_PHONE="${PORTE_OUVERTE_APP_PHONE-3939}"
  # Nothing leaves a machine for trying out, unless somebody set up a mail server for it.
  export PORTE_OUVERTE_TRANSPORT_LOCAL="${PORTE_OUVERTE_TRANSPORT_LOCAL:-$([ -n "${QUARKUS_MAILER_HOST:-}" ] && echo false || echo true)}"
  # Whoever reads the demo logins wants to use them at once.
  export PORTE_OUVERTE_ACCOUNTS_EVERY=1s
}

# api_server DATABASE: the process itself, which serves the app too.
api_server() {
  api_settings "http://localhost:$port"
  export PORTE_OUVERTE_APP_DIRECTORY="$home/app"
  cd "$home/api-$1"
  exec "$(java_command java)" "${api_java_options[@]}" -jar quarkus-run.jar
}
