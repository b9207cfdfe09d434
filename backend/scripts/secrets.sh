# shellcheck shell=bash
# The secrets of one installation: made at the first start, read by this user only, never in an argument list.

secrets_file="$state/secrets.env"

random_secret() { head -c 32 /dev/urandom | base64 | tr -d '\n=+/'; }

prepare_secrets() {
  if [ ! -f "$secrets_file" ]; then
    mkdir -p "$state"
    (
      umask 077
      {
        printf 'PORTE_OUVERTE_ACCOUNTS_SECRET=%s\n' "$(random_secret)"
        printf 'PORTE_OUVERTE_OPERATOR_SECRET=%s\n' "$(random_secret)"
        printf 'PORTE_OUVERTE_SECRET_KEY=%s\n' "$(random_secret)"
        printf 'KC_BOOTSTRAP_ADMIN_PASSWORD=%s\n' "$(random_secret)"
        printf 'PORTE_OUVERTE_INTEGRATOR_SECRET=%s\n' porte-ouverte-demo # the demo's, and public
      } >"$secrets_file.new"
    )
    mv "$secrets_file.new" "$secrets_file"
  fi
  # Not exported: each server is given what it needs and no more.
  # shellcheck source=/dev/null
  . "$secrets_file"
}
