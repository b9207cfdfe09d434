#!/usr/bin/env bash
# Keycloak reads the realm's file once, into an empty database. This brings a realm that is already there up to what the
# environment says now: the server that takes its mails, and whether the operator's client is on. Doing it again changes
# nothing. `docker compose up` and `./run` do it.
#   KCADM: Keycloak's kcadm.sh; KEYCLOAK_ADDRESS; KC_BOOTSTRAP_ADMIN_USERNAME, KC_BOOTSTRAP_ADMIN_PASSWORD; PORTE_OUVERTE_…
set -euo pipefail

realm=porte-ouverte
own=$(mktemp -d)
trap 'rm -rf "$own"' EXIT
umask 077

kcadm() { sh "${KCADM:-/opt/keycloak/bin/kcadm.sh}" "$@" --config "$own/kcadm.config"; }

# text VALUE: as JSON has it.
text() {
  local value=${1//\\/\\\\}
  value=${value//\"/\\\"}
  printf '"%s"' "$value"
}

# The password stands in no argument.
KC_CLI_PASSWORD=$KC_BOOTSTRAP_ADMIN_PASSWORD kcadm config credentials --server "$KEYCLOAK_ADDRESS" --realm master \
  --user "$KC_BOOTSTRAP_ADMIN_USERNAME"

cat >"$own/realm.json" <<END
{ "smtpServer": {
  "host": $(text "${PORTE_OUVERTE_SMTP_HOST:-localhost}"),
  "port": $(text "${PORTE_OUVERTE_SMTP_PORT:-25}"),
  "starttls": $(text "${PORTE_OUVERTE_SMTP_STARTTLS:-true}"),
  "ssl": $(text "${PORTE_OUVERTE_SMTP_TLS:-false}"),
  "auth": $(text "${PORTE_OUVERTE_SMTP_AUTH:-false}"),
  "user": $(text "${PORTE_OUVERTE_SMTP_USERNAME:-}"),
  "password": $(text "${PORTE_OUVERTE_SMTP_PASSWORD:-}"),
  "from": $(text "${PORTE_OUVERTE_SMTP_FROM:-ne-pas-repondre@localhost}"),
  "fromDisplayName": $(text "${PORTE_OUVERTE_SMTP_FROM_NAME:-Porte ouverte}"),
  "envelopeFrom": $(text "${PORTE_OUVERTE_SMTP_BOUNCE_ADDRESS:-}")
} }
END
kcadm update "realms/$realm" -m -f "$own/realm.json"

operator=$(kcadm get clients -r "$realm" -q clientId=porte-ouverte-operator --fields id --format csv --noquotes | tr -d '\r\n')
if [ -n "$operator" ]; then
  printf '{ "enabled": %s, "secret": %s }\n' "${PORTE_OUVERTE_OPERATOR_ENABLED:-false}" \
    "$(text "${PORTE_OUVERTE_OPERATOR_SECRET:-}")" >"$own/client.json"
  kcadm update "clients/$operator" -r "$realm" -m -f "$own/client.json"
fi
