# Runs the tests and counts them. Sourced by ./test after eng/prepare.sh, with $root set.

# prepare_tests: for those that need the emulators.
prepare_tests() {
  need_dotnet
  need_node
  find_out_feed
  install_emulators
  build tests/CallRecording.Tests.csproj Release
}

# run_native_functions TARGET: from now on the tests run the functions that infra/publish built.
run_native_functions() { export FUNCTIONS_PROGRAM="$root/tasks/bin/lambda/$1/published/CallRecording.Tasks"; }

# run_tests FOLDER [OPTION...]: of dotnet test; the reports are in the folder then. Sets outcome.
run_tests() {
  results=$1 outcome=0
  shift
  run_project tests/CallRecording.Tests.csproj tests.trx "$@"
}

# run_stand_in_tests [OPTION...]: beside those of run_tests, where there are stand-ins.
run_stand_in_tests() {
  ! grep -q true "$root/feed.local.props" || run_project tests/Standins/CallRecording.Tests.Standins.csproj standins.trx "$@"
}

run_project() { # run_project PROJECT REPORT [OPTION...]
  local project=$1 trx=$2
  shift 2
  dotnet test --project "$root/$project" --no-build -c Release --no-progress \
    --results-directory "$results" --report-xunit-trx --report-xunit-trx-filename "$trx" "$@" || outcome=$?
  [ -n "$(report "$trx")" ] || fail "the tests of $project did not run; the messages are above"
}

# run_filtered OPTION...: some tests, whose own mode says what came of them.
run_filtered() {
  dotnet test --project "$root/tests/CallRecording.Tests.csproj" --no-build -c Release --no-progress "$@"
}

need_numbers() { # need_numbers ARGUMENT...
  local argument
  for argument in "$@"; do
    [[ $argument == [1-9]*([0-9]) ]] || not_an_option "$argument"
  done
}

# The runner may give each report a folder of its own.
report() { find "$results" -name "$1" 2>/dev/null | head -n 1; }

# The last line, and one before it where something was skipped; false where something failed.
say_how_many() {
  local reports counters failed skipped
  reports=$(find "$results" -name '*.trx' -exec cat {} +)
  counters=$(grep -oE '<Counters [^>]*' <<<"$reports")
  count() { grep -oE " $1=\"[0-9]+\"" <<<"$counters" | grep -oE '[0-9]+' | awk '{ sum += $1 } END { print sum }'; }
  failed=$(count failed)
  skipped=$(($(count total) - $(count executed)))
  [ "$skipped" -eq 0 ] || echo "skipped, for what this machine lacks: $(grep -oE '<UnitTestResult [^>]*outcome="NotExecuted"' <<<"$reports" | grep -oE 'testName="[^"]*"' | cut -d'"' -f2 | tr '\n' ' ')"
  echo "$(count passed) passed, $failed failed, $skipped skipped"
  [ "$outcome" -eq 0 ] && [ "$failed" -eq 0 ]
}
