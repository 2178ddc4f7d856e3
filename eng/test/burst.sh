# ./test --burst [CALLS]: so many calls at once, while another process keeps every core busy. Sourced by ./test.

need_numbers "$@"
prepare_tests
export BURST_CALLS=${1:-5000} BURST_SUMMARY=$(mktemp)
echo "burst: $BURST_CALLS calls at once, at --speed 60, with a busy loop for each core"
trap 'rm -f "$BURST_SUMMARY"' EXIT
held=0
run_filtered --filter-class CallRecording.Tests.Local.Burst.WhenABurstIsPublished || held=1
cat "$BURST_SUMMARY"
[ $held -eq 0 ] || fail "a call of the burst did not succeed by itself; the messages are above"
