#!/usr/bin/env bash
# pgbackrest.sh backup [full|diff|incr]: a backup of the whole server while people book, and a check that its log arrives in the archive.
# pgbackrest.sh restore FOLDER [TIME]: puts the server back into a folder that is empty or not there, as it stood at that time
# ("2026-11-30 14:05:00+01"), else as late as the archive goes. Never over data.
# As the system's user of PostgreSQL; pgbackrest.conf beside this file is an example of /etc/pgbackrest.conf (PGBACKREST_CONFIG: another).
set -euo pipefail
umask 077 # people's names are in it

rest() { pgbackrest --config="${PGBACKREST_CONFIG:-/etc/pgbackrest.conf}" --stanza=porteouverte --log-level-console=warn "$@"; }

case ${1:-} in
  backup)
    rest stanza-create # once; later it does nothing
    rest check
    rest --type="${2:-incr}" backup # the first one is whole all the same
    rest info
    ;;
  restore)
    folder=${2:?the folder into which the server is put back}
    if [ -n "$(ls -A "$folder" 2>/dev/null)" ]; then
      printf '%s is not empty. Name another folder, or move it away: nothing was changed.\n' "$folder" >&2
      exit 1
    fi
    mkdir -p "$folder"
    if [ -n "${3:-}" ]; then
      rest --pg1-path="$folder" --type=time --target="$3" --target-action=promote restore
    else
      rest --pg1-path="$folder" restore
    fi
    printf 'It is in %s. Start PostgreSQL on it: it reads the archive, then serves.\n' "$folder"
    ;;
  *)
    sed -n '2,5s/^# //p' "$0" >&2
    exit 2
    ;;
esac
