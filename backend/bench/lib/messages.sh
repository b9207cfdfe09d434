# shellcheck shell=bash disable=SC2034,SC2154 # names are set by run, or used there
# Reminders that are due at once go out through a mail server while people book.

# times_as_long ONE OTHER: 0 when not one booking was calm, which is not judged.
times_as_long() { awk "BEGIN { printf \"%.2f\", ($2 > 0 ? $1 / $2 : 0) }"; }

# measure_messages: leaves what load/messages.mjs says.
measure_messages() {
  local said due
  # What else the product plans every six hours waits: it is not what is measured.
  sql -c "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
    values ('message-reminders', 'recurring', now() + interval '6 hours', false, 1) on conflict do nothing"
  stop_product
  sql -c "delete from outbox where state = 'waiting'" # what the parts before did not send
  serve_on_postgresql PORTE_OUVERTE_JOBS_RUN=true QUARKUS_MAILER_HOST=127.0.0.1 QUARKUS_MAILER_PORT="$mail_port"
  await_product postgresql
  due="psql -X -q -v ON_ERROR_STOP=1 -h 127.0.0.1 -p $database_port -U $database_user -d porteouverte"
  due="$due -v messages=$messages -f $bench/sql/messages.sql"
  said=$(node "$bench/load/messages.mjs" "http://127.0.0.1:$port" "$sites" "$permanences" "$first" "$booking_rate" \
    "$quiet_seconds" "$messages" "$mail_port" "$due" "$logs/each-booking.tsv") || fail 'The messages failed.'
  eval "$said" # messages_...=, see load/messages.mjs
  printf '%s\n' "$said" >"$logs/messages.log"
  first=$((first + messages_places))
  messages_ratio=$(times_as_long "$messages_mass_p99" "$messages_quiet_p99")
  messages_all_ratio=$(times_as_long "$messages_all_mass_p99" "$messages_all_quiet_p99")
  messages_calm=$(awk "BEGIN { a = 100 * $messages_mass_bookings / $messages_all_mass_bookings
    b = 100 * $messages_quiet_bookings / $messages_all_quiet_bookings; printf \"%d\", a < b ? a : b }")
  say "  messages: $messages_sent in $messages_took s; p99 of a booking $messages_mass_p99 ms, $messages_quiet_p99 ms without"
  [ "$messages_sent/$messages_twice/$messages_others/$messages_unconfirmed" = "$messages/0/0/0" ] ||
    wrong "$messages_sent of $messages messages went, $messages_twice twice; $messages_others bookings failed, $messages_unconfirmed were not confirmed."
}
