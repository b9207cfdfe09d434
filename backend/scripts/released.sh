# shellcheck shell=bash
# The API of the last release, built from git's history: what an installation still runs while it is brought up to today's.

# release WHAT: of the last one its "name", or "at" which tag or commit git has it.
release() {
  local name at
  read -r name at _ < <(grep -v '^#' "$top/backend/docs/released/release")
  printf '%s' "${!1}"
}

# have_release: whether git has its commit; says what to do where it has not.
have_release() {
  git -C "$top" cat-file -e "$(release at)^{commit}" 2>/dev/null && return 0
  complain "git does not have the last release ($(release name), $(release at)) here: the two cannot be tried beside each other."
  say '  It comes with the history: git fetch --unshallow --tags' >&2
  say '  A folder without git has none: clone the project.' >&2
  return 1
}

# package_release COMMIT: its sources, packaged as ours are.
package_release() (
  local sources="$home/released"
  rm -rf "$sources"
  mkdir -p "$sources"
  git -C "$top" archive "$1" backend/pom.xml backend/src/main | tar -x -C "$sources"
  package_api_of "$sources" postgresql released && rm -rf "$sources"
)

# build_release: into .porte-ouverte/api-released. Does nothing the second time.
build_release() {
  local commit
  commit=$(git -C "$top" rev-parse "$(release at)^{commit}") || return 1
  ! built api-released "$commit" || return 0
  working "Building the API of the last release ($(release name))" "$logs/build-api-released.log" package_release "$commit" || return 1
  printf '%s\n' "$commit" >"$home/api-released.mark"
}
