# shellcheck shell=bash
# Which tools must be there, and what to do about a missing one.

# Maven of a machine that has an older one: it fetches side by side what the older fetches one by one (an empty machine
# waits for that, not for compilers), and Quarkus reloads classes with nothing older.
maven_new=3.9.9
maven_oldest=3.8

# at_least HAVE WANT: whether the dotted version HAVE is WANT or newer (major and minor count).
at_least() {
  local have_major=${1%%.*} want_major=${2%%.*} have_rest=${1#*.} want_rest=${2#*.}
  local have_minor=${have_rest%%.*} want_minor=${want_rest%%.*}
  [ "$have_major" -gt "$want_major" ] ||
    { [ "$have_major" -eq "$want_major" ] && [ "$have_minor" -ge "$want_minor" ]; }
}

# java_command NAME: the JDK's program of that name, from JAVA_HOME when it is set.
java_command() {
  if [ -n "${JAVA_HOME:-}" ]; then printf '%s/bin/%s' "$JAVA_HOME" "$1"; else printf '%s' "$1"; fi
}

java_version() { "$(java_command javac)" -version 2>&1 | sed -n 's/^javac \([0-9][0-9.]*\).*/\1/p'; }
maven_version() { mvn --version 2>/dev/null | sed 's/\x1b\[[0-9;]*m//g' | sed -n 's/^Apache Maven \([0-9][0-9.]*\).*/\1/p'; }
node_version() { node --version 2>/dev/null | sed -n 's/^v\([0-9][0-9.]*\).*/\1/p'; }

# want NAME WANTED HAVE HINT: one line for a tool that is missing or too old.
want() {
  if [ -z "$3" ]; then
    complain "  $1 $2 or newer is missing. $4"
    return 1
  fi
  if ! at_least "$3.0" "$2"; then
    complain "  $1 is $3 here, $2 or newer is needed. $4"
    return 1
  fi
}

# check_tools: ends the script when one is missing, after naming all of them.
check_tools() {
  local missing=0
  want 'A JDK' 17.0 "$(java_version || true)" \
    'Debian, Ubuntu: apt install openjdk-17-jdk; else https://adoptium.net (and JAVA_HOME).' || missing=1
  # Maven says its version only when it finds a JDK.
  if [ "$missing" -eq 0 ] || ! command -v mvn >/dev/null 2>&1; then
    want Maven "$maven_oldest" "$(maven_version || true)" 'Debian, Ubuntu: apt install maven; else https://maven.apache.org.' || missing=1
  fi
  want Node.js 20.19 "$(node_version || true)" 'See https://nodejs.org; npm comes with it.' || missing=1
  [ "$missing" -eq 0 ] || fail 'Install what is missing, then start again.'
}

# image_java: the home of a Java as the image has it, where one is installed; else of our own.
image_java() {
  local wanted home
  wanted=$(sed -n 's/^FROM eclipse-temurin:\([0-9]*\).*/\1/p' "$top/backend/Dockerfile")
  for home in /usr/lib/jvm/*; do
    if [ ! -L "$home" ] && "$home/bin/java" -version 2>&1 | grep -q "version \"$wanted\."; then
      printf '%s' "$home"
      return 0
    fi
  done
  "$(java_command java)" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p'
}
