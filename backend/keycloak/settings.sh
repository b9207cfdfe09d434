#!/usr/bin/env bash
# Keycloak reads the realm's file once, into an empty database. This brings a realm that is already there up to what the
# file and the environment say now: the realm's own settings (sessions, mail server, theme) and the clients of the app and of
# the operator. Users, their passwords and whatever else the realm has stay. Doing it again changes nothing.
# `docker compose up` and `./run` do it.
#   KCADM: Keycloak's kcadm.sh; REALM_FILE; KEYCLOAK_ADDRESS; KC_BOOTSTRAP_ADMIN_USERNAME, KC_BOOTSTRAP_ADMIN_PASSWORD;
#   PORTE_OUVERTE_…: what the realm's file takes from the environment
set -euo pipefail

realm=porte-ouverte
file=${REALM_FILE:-/opt/keycloak/data/import/porte-ouverte-realm.json}
own=$(mktemp -d)
trap 'rm -rf "$own"' EXIT
umask 077
# A short life: to start quickly counts.
export KC_OPTS='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'

kcadm() { sh "${KCADM:-/opt/keycloak/bin/kcadm.sh}" "$@" --config "$own/kcadm.config"; }

# inside VALUE: as a text of JSON has it.
inside() {
  local value=${1//\\/\\\\}
  printf '%s' "${value//\"/\\\"}"
}

# filled: its input with each ${NAME:default} as the environment has it, as Keycloak itself reads the file.
filled() {
  local rest name whole
  rest=$(cat)
  while [[ $rest =~ \$\{([A-Z_]+)(:([^\}]*))?\} ]]; do
    whole=${BASH_REMATCH[0]} name=${BASH_REMATCH[1]}
    printf '%s' "${rest%%"$whole"*}"
    inside "${!name:-${BASH_REMATCH[3]}}"
    rest=${rest#*"$whole"}
  done
  printf '%s\n' "$rest"
}

# realm_part: what the file says of the realm itself, which is all above its roles.
realm_part() {
  local line before=''
  while IFS= read -r line && [ "$line" != '  "roles": {' ]; do
    [ -z "$before" ] || printf '%s\n' "$before"
    before=$line
  done <"$file"
  printf '%s\n}\n' "${before%,}"
}

# client_part NAME: one client, as the file has it.
client_part() {
  local line block='' wanted=''
  while IFS= read -r line; do
    [ "$line" != '    {' ] || block='' wanted=''
    block+="$line"$'\n'
    [ "$line" != "      \"clientId\": \"$1\"," ] || wanted=true
    case $line in
      '    }' | '    },')
        [ -z "$wanted" ] || break
        ;;
    esac
  done <"$file"
  block=${block%$'\n'}
  printf '%s\n' "${block%,}"
}

# The password stands in no argument.
KC_CLI_PASSWORD=$KC_BOOTSTRAP_ADMIN_PASSWORD kcadm config credentials --server "$KEYCLOAK_ADDRESS" --realm master \
  --user "$KC_BOOTSTRAP_ADMIN_USERNAME"

realm_part | filled >"$own/realm.json"
kcadm update "realms/$realm" -f "$own/realm.json"

kcadm get clients -r "$realm" --fields id,clientId --format csv --noquotes | tr -d '\r' >"$own/clients"
while IFS=, read -r id name; do
  case $name in
    porte-ouverte-app | porte-ouverte-operator)
      client_part "$name" | filled >"$own/client.json"
      kcadm update "clients/$id" -r "$realm" -f "$own/client.json"
      ;;
  esac
done <"$own/clients"
