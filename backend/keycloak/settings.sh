#!/usr/bin/env bash
# Keycloak reads the realm's file once, into an empty database. This brings a realm that is already there up to what the
# file and the environment say now: the ways of logging in, the realm's own settings (sessions, mail server, theme), the
# clients of the app and of the operator, the roles that want a second factor, and the provider of logins. Users, their
# passwords, second factors and whatever else the realm has stay. Doing it again changes nothing.
# `docker compose up` and `./run` do it.
#   KCADM: Keycloak's kcadm.sh; REALM_FILE; KEYCLOAK_ADDRESS; KC_BOOTSTRAP_ADMIN_USERNAME, KC_BOOTSTRAP_ADMIN_PASSWORD;
#   PORTE_OUVERTE_SECOND_FACTOR_ROLES: as "admin manager"; PORTE_OUVERTE_PROVIDER_ISSUER, …_CLIENT_ID, …_CLIENT_SECRET,
#   …_NAME, …_SCOPES, …_VERIFIED_CLAIM: see backend/docs/logins.md
#   PORTE_OUVERTE_…: what the realm's file takes from the environment
set -euo pipefail

realm=${REALM:-porte-ouverte}
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

# field NAME LINE: its text in a line of the file.
field() {
  [[ $2 =~ \"$1\":\ \"([^\"]*)\" ]] && printf '%s' "${BASH_REMATCH[1]}"
}

# flow_lines: the ways of logging in as the file has them: one line "flow ALIAS", then those of what is done in it.
flow_lines() {
  local line inside=''
  while IFS= read -r line; do
    case $line in
      '  "authenticationFlows": ['*) inside=true ;;
      '  ]'*) [ -z "$inside" ] || return 0 ;;
      '      "alias": '*) [ -z "$inside" ] || printf 'flow %s\n' "$(field alias "$line")" ;;
      '        {'*) [ -z "$inside" ] || printf '%s\n' "$line" ;;
    esac
  done <"$file"
}

# config_part ALIAS: what a step is told, as the file has it.
config_part() {
  local line found=''
  while IFS= read -r line; do
    if [ -n "$found" ]; then
      printf '{ "alias": "%s", %s }\n' "$1" "$line"
      return
    fi
    [ "$line" != "      \"alias\": \"$1\"," ] || found=true
  done <"$file"
}

# install_flows: those of the file, where the realm has not got them yet; a way that is there stays as it is.
install_flows() {
  local line alias='' parent='' top id config
  declare -A ids=()
  while IFS= read -r line; do
    case $line in
      'flow '*)
        alias=${line#flow } top=true
        case $alias in *' - '*) top=false ;; esac
        ids[$alias]=$(kcadm create authentication/flows -r "$realm" -i -s "alias=$alias" -s providerId=basic-flow -s "topLevel=$top" -s builtIn=false)
        ;;
    esac
  done < <(flow_lines)
  while IFS= read -r line; do
    case $line in
      'flow '*) parent=${ids[${line#flow }]} ;;
      *)
        alias=$(field flowAlias "$line") || alias=''
        if [ -n "$alias" ]; then
          printf '{ "parentFlow": "%s", "authenticatorFlow": true, "flowId": "%s", "requirement": "%s" }' "$parent" "${ids[$alias]}" \
            "$(field requirement "$line")" >"$own/step.json"
        else
          printf '{ "parentFlow": "%s", "authenticator": "%s", "requirement": "%s" }' "$parent" "$(field authenticator "$line")" \
            "$(field requirement "$line")" >"$own/step.json"
        fi
        id=$(kcadm create authentication/executions -r "$realm" -i -f "$own/step.json")
        if config=$(field authenticatorConfig "$line"); then
          config_part "$config" >"$own/config.json"
          kcadm create "authentication/executions/$id/config" -r "$realm" -f "$own/config.json"
        fi
        ;;
    esac
  done < <(flow_lines)
}

# second_factors: the role that Keycloak asks for is part of each role that must have one, and of no other.
second_factors() {
  local role
  kcadm get roles/second-factor -r "$realm" >/dev/null 2>&1 || kcadm create roles -r "$realm" -s name=second-factor
  for role in clerk manager partner admin; do
    case " ${PORTE_OUVERTE_SECOND_FACTOR_ROLES:-} " in
      *" $role "*) kcadm add-roles -r "$realm" --rname "$role" --rolename second-factor ;;
      *) kcadm remove-roles -r "$realm" --rname "$role" --rolename second-factor ;;
    esac
  done
}

# provider: where else people may log in. None is named: there is none.
provider() {
  local there config claim=${PORTE_OUVERTE_PROVIDER_VERIFIED_CLAIM-email_verified} filter=false
  there=$(kcadm get identity-provider/instances -r "$realm" --fields alias --format csv --noquotes | tr -d '\r')
  if [ -z "${PORTE_OUVERTE_PROVIDER_ISSUER:-}" ]; then
    case $there in *provider*) kcadm delete identity-provider/instances/provider -r "$realm" ;; esac
    return 0
  fi
  printf '{ "providerId": "oidc", "fromUrl": %s }' "\"$(inside "${PORTE_OUVERTE_PROVIDER_ISSUER%/}")/.well-known/openid-configuration\"" >"$own/from.json"
  config=$(kcadm create identity-provider/import-config -r "$realm" -o -f "$own/from.json")
  [ -z "$claim" ] || filter=true
  config=${config#*\{}
  cat >"$own/provider.json" <<END
{ "alias": "provider", "displayName": "$(inside "${PORTE_OUVERTE_PROVIDER_NAME:-ProConnect}")", "providerId": "oidc", "enabled": true,
  "trustEmail": true, "storeToken": false, "addReadTokenRoleOnCreate": false, "updateProfileFirstLoginMode": "off",
  "firstBrokerLoginFlowAlias": "porte-ouverte invited", "postBrokerLoginFlowAlias": "porte-ouverte provider",
  "config": { "clientId": "$(inside "${PORTE_OUVERTE_PROVIDER_CLIENT_ID:-}")",
    "clientSecret": "$(inside "${PORTE_OUVERTE_PROVIDER_CLIENT_SECRET:-}")", "clientAuthMethod": "client_secret_post",
    "defaultScope": "$(inside "${PORTE_OUVERTE_PROVIDER_SCOPES:-openid profile email}")", "pkceEnabled": "true", "pkceMethod": "S256",
    "prompt": "login", "syncMode": "IMPORT", "filteredByClaim": "$filter", "claimFilterName": "$(inside "$claim")", "claimFilterValue": "true",
    ${config%\}*} }
}
END
  case $there in
    *provider*) kcadm update identity-provider/instances/provider -r "$realm" -f "$own/provider.json" ;;
    *)
      kcadm create identity-provider/instances -r "$realm" -f "$own/provider.json"
      # Its names are not ours: nobody is taken for an agent of ours because they are called the same there.
      cat >"$own/mapper.json" <<'END'
{ "name": "no name of ours", "identityProviderAlias": "provider", "identityProviderMapper": "oidc-username-idp-mapper",
  "config": { "syncMode": "INHERIT", "template": "${ALIAS}.${CLAIM.sub}", "target": "LOCAL" } }
END
      kcadm create identity-provider/instances/provider/mappers -r "$realm" -f "$own/mapper.json"
      ;;
  esac
}

# The password stands in no argument.
KC_CLI_PASSWORD=$KC_BOOTSTRAP_ADMIN_PASSWORD kcadm config credentials --server "$KEYCLOAK_ADDRESS" --realm master \
  --user "$KC_BOOTSTRAP_ADMIN_USERNAME"

case $(kcadm get authentication/flows -r "$realm" --fields alias --format csv --noquotes) in
  *'porte-ouverte login'*) ;;
  *) install_flows ;;
esac
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

second_factors
provider
