# ./test --soak [CALLS]: so many calls meet duplicates, faults and SIGKILL, and where they ended is audited. Sourced by ./test.

need_numbers "$@"
[ -d /proc/self ] || fail "--soak finds the processes that it kills in /proc, which this machine does not have"
prepare_tests
export SOAK_CALLS=${1:-10000} SOAK_SUMMARY=$(mktemp)
echo "soak: $SOAK_CALLS calls, a fifth of them twice, with faults, and SIGKILL every 10 seconds; about ten minutes for each 1,000"
tail -f "$SOAK_SUMMARY" &
trap 'kill $! 2>/dev/null; rm -f "$SOAK_SUMMARY"' EXIT
run_filtered --filter-class CallRecording.Tests.Local.Soak.WhenEverythingFailsAtOnce ||
  fail "a call was lost, was done twice or ended wrongly; the messages are above"
tail -n 1 "$SOAK_SUMMARY"
