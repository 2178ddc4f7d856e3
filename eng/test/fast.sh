# ./test --fast: builds, and runs the tests that are not slow. Sourced by ./test.

[ $# -eq 0 ] || not_an_option "$1"
need_dotnet
need_node
find_out_feed
install_emulators
install_modules "workflow linter" tests/Architecture/Workflows
install_modules "definition validator" tests/Workflow/Definition/Validator
build CallRecording.sln Release

echo "tests: dotnet test"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
run_tests "$folder" --filter-not-trait Speed=Slow
run_stand_in_tests --filter-not-trait Speed=Slow
say_how_many
