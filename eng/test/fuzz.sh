# ./test --fuzz [N]: N messages at the starter, N metadata at the table and N questions at the API. Sourced by ./test.

need_numbers "$@"
prepare_tests
export FUZZ_COUNT=${1:-50000}
echo "fuzz: $FUZZ_COUNT messages and $FUZZ_COUNT questions"
run_filtered --filter-namespace CallRecording.Tests.Tasks.Fuzz ||
  fail "an input broke something; the message above has the seed that repeats it"
