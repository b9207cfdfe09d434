# shellcheck shell=bash
# The values of the frozen scripts, as -D of pgbench wants them: a line each. What a request of bcbb3d1 bound as constants.

day() { date -u -d "$1" '+%Y-%m-%d %H:%M:%S+00'; }

reference_values() {
  printf '%s\n' "now=$(day now)" "soon=$(day '+1 hour')" "far=$(day '+91 days')" rows=52 scope=bookings:public \
    hash=d69246c58abbfbf19faaf2b94b09c3b0590e0ecb9450026f102de307b41eb352 booked=booked one=1 zero=0 first_name=Dominique \
    last_name=Durand language=fr by_mail=email no=f visitor=visitor online=online confirmation=confirmation \
    'detail={"byVisitor":true,"told":true,"previousStart":null}' reminder=reminder "evening=$(day '+45 days 17:00')" \
    "morning=$(day '+47 days 07:00')" morning_reminder=morningReminder "late=$(day '+47 days 11:00')"
}
