# shellcheck shell=bash disable=SC2034
# Where things are. Sourced by run and test, which set `top` to the project's folder.

# Built once and shared by every start: Keycloak, the jars, the app.
home="$top/.porte-ouverte"
# What one installation remembers: databases, secrets, logs. A test has its own.
state="${PORTE_OUVERTE_STATE:-$home/state}"
logs="$state/logs"

port="${PORTE_OUVERTE_PORT:-8080}"
keycloak_port="${PORTE_OUVERTE_KEYCLOAK_PORT:-8180}"
# The app's own server, with --dev.
dev_port="${PORTE_OUVERTE_DEV_PORT:-5173}"
realm_file="$top/backend/keycloak/porte-ouverte-realm.json"
