# Runs the tests and counts them. Sourced by ./test after eng/prepare.sh, with $root set.

# run_tests FOLDER [OPTION...]: of dotnet test; the reports are in the folder then. Sets outcome.
run_tests() {
  results=$1 outcome=0
  shift
  dotnet test --project "$root/tests/CallRecording.Tests.csproj" --no-build -c Release --no-progress \
    --results-directory "$results" --report-xunit-trx --report-xunit-trx-filename tests.trx "$@" || outcome=$?
  [ -n "$(report tests.trx)" ] || fail "the tests did not run; the messages are above"
}

# The runner may give each report a folder of its own.
report() { find "$results" -name "$1" 2>/dev/null | head -n 1; }

# The last line, and one before it where something was skipped; false where something failed.
say_how_many() {
  local counters failed skipped
  counters=$(grep -oE '<Counters [^>]*' "$(report tests.trx)")
  count() { grep -oE " $1=\"[0-9]+\"" <<<"$counters" | grep -oE '[0-9]+'; }
  failed=$(count failed)
  skipped=$(($(count total) - $(count executed)))
  [ "$skipped" -eq 0 ] || echo "skipped, for what this machine lacks: $(grep -oE '<UnitTestResult [^>]*outcome="NotExecuted"' "$(report tests.trx)" | grep -oE 'testName="[^"]*"' | cut -d'"' -f2 | tr '\n' ' ')"
  echo "$(count passed) passed, $failed failed, $skipped skipped"
  [ "$outcome" -eq 0 ] && [ "$failed" -eq 0 ]
}
