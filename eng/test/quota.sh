# ./test --quota [BACKLOG...]: what a burst of calls costs while it waits for the quota. Sourced by ./test.

need_numbers "$@"
[ $# -gt 0 ] || set -- 100 1000 10000
need_dotnet
find_out_feed
build tests/CallRecording.Tests.csproj Release
export QUOTA_BACKLOGS=$* QUOTA_SUMMARY=$(mktemp)
trap 'rm -f "$QUOTA_SUMMARY"' EXIT
echo "quota: bursts of $QUOTA_BACKLOGS calls against 20 jobs at once and 1,800 open ones; about three minutes for 10,000"
held=0
run_filtered \
  --filter-method CallRecording.Tests.Local.Quota.WhenTheQuotaIsSmallerThanTheBacklog.The_backlogs_of_the_command || held=1
cat "$QUOTA_SUMMARY"
[ $held -eq 0 ] || fail "a backlog was not worked off as it should; the messages are above"
