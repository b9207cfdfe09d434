# shellcheck shell=bash
# Ports and the questions asked of a server on this machine.

# port_taken PORT: whether something answers there.
port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null || (exec 3<>"/dev/tcp/::1/$1") 2>/dev/null; }

# check_port PORT WHAT OPTION: ends the script when the port is no port or taken.
check_port() {
  case $1 in
    '' | *[!0-9]*) fail "\"$1\" is not a port. Give a number after $3." ;;
  esac
  { [ "$1" -ge 1 ] && [ "$1" -le 65535 ]; } || fail "$1 is not a port: they go from 1 to 65535."
  ! port_taken "$1" || fail "Port $1, for $2, is taken by another program. Stop it, or choose another port: ./run $3 $(($1 + 1))"
}

# answers_ok PORT PATH: whether a GET answers 200 within two seconds. Needs no curl.
answers_ok() (
  line=''
  exec 2>/dev/null
  exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost:%s\r\n\r\n' "$2" "$1" >&3
  IFS= read -r -t 2 line <&3
  case $line in *' 200 '*) exit 0 ;; *) exit 1 ;; esac
)

# free_ports COUNT: that many ports nobody listens on, one a line; below those of outgoing connections, so that none of
# these takes one before its server starts.
free_ports() {
  local found=() port
  while [ "${#found[@]}" -lt "$1" ]; do
    port=$((15000 + RANDOM % 17000))
    [[ " ${found[*]} " != *" $port "* ]] && ! port_taken "$port" && found+=("$port")
  done
  printf '%s\n' "${found[@]}"
}
