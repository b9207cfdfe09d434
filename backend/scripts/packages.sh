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

# Another installation, of another part of the tests maybe, is waited for.
install_package() {
  export DEBIAN_FRONTEND=noninteractive
  local get=(apt-get -q -o DPkg::Lock::Timeout=300)
  "${get[@]}" install -y --no-install-recommends "$1" ||
    { "${get[@]}" update && "${get[@]}" install -y --no-install-recommends "$1"; }
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
