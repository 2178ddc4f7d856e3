# ./test --approve: renews the approved pictures of the declared stacks. Sourced by ./test.

[ $# -eq 0 ] || not_an_option "$1"
need_dotnet
find_out_feed
build tests/CallRecording.Tests.csproj Release
APPROVE_PICTURES=1 run_filtered --filter-class CallRecording.Tests.Infra.Picture.WhenTheStackIsDrawn ||
  fail "the pictures were not renewed; the messages are above"
echo "approved pictures: tests/Infra/approved"
