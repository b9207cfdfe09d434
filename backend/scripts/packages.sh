# shellcheck shell=bash
# Debian packages that the tests need: installed when we may, else said.

# have_package COMMAND PACKAGE: whether the command is there, after trying to install its package.
have_package() {
  ! command -v "$1" >/dev/null 2>&1 || return 0
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    complain "  $1 is missing. On Debian or Ubuntu: sudo apt install $2"
    return 1
  fi
  working "Installing $2" "$tests/install-$2.log" install_package "$2" && command -v "$1" >/dev/null
}

# One after the other, and nothing of it is started as a service: a test starts what it needs itself.
install_package() {
  local policy=/usr/sbin/policy-rc.d get=(apt-get -q -o DPkg::Lock::Timeout=300)
  export DEBIAN_FRONTEND=noninteractive
  (
    flock 9
    if [ ! -e "$policy" ]; then
      trap 'rm -f "$policy"' EXIT
      printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy"
    fi
    "${get[@]}" install -y --no-install-recommends "$1" ||
      { "${get[@]}" update && "${get[@]}" install -y --no-install-recommends "$1"; }
  ) 9>"$tests/packages.lock"
}

# chromium_command: the browser that is there, by whatever name.
chromium_command() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}
