# shellcheck shell=bash
# The SMTP server of the tests: GreenMail in a process of its own, which tells over HTTP what it received.

mail_server_version=$(sed -n 's:.*<greenmail.version>\(.*\)</greenmail.version>.*:\1:p' "$top/backend/pom.xml")
mail_server_jar="$home/greenmail-standalone-$mail_server_version.jar"

fetch_mail_server() { fetch_file "com.icegreen:greenmail-standalone:$mail_server_version" "$home"; }

# prepare_mail_server: its jar. Does nothing the second time.
prepare_mail_server() {
  [ -f "$mail_server_jar" ] || working 'Fetching a mail server, 10 MB, once' "$logs/mail-fetch.log" fetch_mail_server
}

# mail_server SMTP_PORT HTTP_PORT: the process itself, on loopback. Whoever is written to has a mailbox.
mail_server() {
  exec "$(java_command java)" -Xmx64m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
    -Dgreenmail.smtp.hostname=127.0.0.1 -Dgreenmail.smtp.port="$1" -Dgreenmail.auth.disabled \
    -Dgreenmail.api.hostname=127.0.0.1 -Dgreenmail.api.port="$2" -jar "$mail_server_jar"
}

# mail_server_ready GROUP HTTP_PORT
mail_server_ready() {
  until answers_ok "$2" /api/service/readiness; do
    group_lives "$1" || return 1
    sleep 0.2
  done
}
