# shellcheck shell=bash
# One check of ./test after the other, and what came of them.

tests="$home/test"
results="$tests/results.tsv"
failures="$tests/failures.txt"

begin_results() {
  rm -rf "$tests"
  mkdir -p "$tests"
  : >"$results"
  : >"$failures"
}

# note PART NAME PASSED FAILED SKIPPED SECONDS
note() { printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$@" >>"$results"; }

# check PART NAME COMMAND...: one check that passes or fails as a whole.
check() {
  local part=$1 name=$2 begun=$SECONDS
  shift 2
  if working "$name" "$tests/$part-${name//[^A-Za-z0-9]/-}.log" "$@"; then
    note "$part" "$name" 1 0 0 $((SECONDS - begun))
  else
    note "$part" "$name" 0 1 0 $((SECONDS - begun))
    say "$part: $name" >>"$failures"
    return 1
  fi
}

# counted PART NAME FORMAT REPORT COMMAND...: a suite whose report says how many tests passed. Its output is shown as
# it comes: it may take minutes. A suite that ends badly without a failed test in its report is one failure.
counted() {
  local part=$1 name=$2 format=$3 report=$4 begun=$SECONDS status=0 counts passed failed skipped pid
  shift 4
  # In the background and waited for: so Ctrl-C reaches this script, which then stops the suite.
  ("$@" </dev/null 2>&1 | tee "$tests/$part-${name//[^A-Za-z0-9]/-}.log") &
  pid=$!
  started_group "$pid"
  wait "$pid" || status=$?
  ended_group "$pid"
  counts=$(node "$top/backend/scripts/count.mjs" "$format" "$report") || counts='0 0 0'
  { read -r passed failed skipped && sed "s|^|$part: |" >>"$failures"; } <<<"$counts"
  if [ "$failed" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$passed" -eq 0 ]; }; then
    failed=1
    say "$part: $name ended badly" >>"$failures"
  fi
  note "$part" "$name" "$passed" "$failed" "$skipped" $((SECONDS - begun))
  [ "$failed" -eq 0 ]
}

# What runs beside: its group, by the name of its command.
declare -A beside=()

# begin_beside COMMAND: runs it beside what follows; its output comes with end_beside.
begin_beside() {
  begin_aside "$1" >"$tests/beside-$1.log" 2>&1
  beside[$1]=$aside
}

is_beside() { [ -n "${beside[$1]-}" ]; }

# end_beside COMMAND
end_beside() {
  end_aside "${beside[$1]}" || true # what failed is in the results
  unset "beside[$1]"
  cat "$tests/beside-$1.log"
}

# summarise: one table, what failed by name, then the line that counts. Answers whether all passed.
summarise() {
  local passed=0 failed=0 skipped=0 part name good bad left seconds
  say ''
  printf '%-9s %-46s %7s %7s %8s %8s\n' part check passed failed skipped seconds
  while IFS=$'\t' read -r part name good bad left seconds; do
    printf '%-9s %-46s %7s %7s %8s %8s\n' "$part" "$name" "$good" "$bad" "$left" "$seconds"
    passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + left))
  done <"$results"
  if [ -s "$failures" ]; then
    say ''
    say 'Failed:'
    head -40 "$failures"
  fi
  say ''
  say "Took $((SECONDS / 60)) min $((SECONDS % 60)) s. Logs: $tests"
  [ "$skipped" -eq 0 ] || say "$skipped skipped"
  say "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
