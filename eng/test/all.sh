# ./test: audits, builds, checks the format, publishes natively and runs every test. Sourced by ./test.

. "$root/eng/audit.sh"
. "$root/eng/test/beside.sh"
min_coverage=95

install_everything() {
  install_emulators
  install_browser || true
  install_modules "workflow linter" tests/Architecture/Workflows
  install_modules "definition validator" tests/Workflow/Definition/Validator
  install_judge
}

check_what_is_built() {
  audit_packages
  check_format
}

check_format() {
  echo "format: dotnet format"
  dotnet format "$root/CallRecording.sln" whitespace --no-restore --verify-no-changes >&2 || fail "the format is off; 'dotnet format whitespace' mends it"
}

# What is deployed is compiled ahead of time: it must stay free of trim and AOT warnings, which count as errors, and it must run.
# The tests then run those functions, as Lambda does; they also start in a tenth of the time.
publish_natively() {
  local own native=0
  if [ "$(uname -s)" != Linux ] || ! command -v gcc >/dev/null; then
    echo "native: skipped, there is no gcc to link with"
    return
  fi
  own=$([ "$(uname -m)" = x86_64 ] && echo x64 || echo arm64)
  echo "native: infra/publish $own"
  "$root/infra/publish" "$own" || native=$?
  case $native in
    0) ;;
    3) echo "native: it runs here, but a build of this machine is not for Lambda; the line above says why" ;;
    *) fail "infra/publish $own failed" ;;
  esac
  run_native_functions "$own"
}

check_coverage() {
  local coverage
  coverage=$(grep -oE '<coverage [^>]*line-rate="[0-9.]+"' "$(report coverage.xml)" | grep -oE 'line-rate="[0-9.]+"' | grep -oE '[0-9.]+')
  echo "coverage of workflow: $(awk "BEGIN { printf \"%.1f\", $coverage * 100 }") % of lines, expected at least $min_coverage"
  awk "BEGIN { exit !($coverage * 100 >= $min_coverage) }" || outcome=1
}

[ $# -eq 0 ] || not_an_option "$1"
need_dotnet
need_node
find_out_feed
find_terraform_plugins
folder=$(mktemp -d)
trap 'stop_steps; rm -rf "$folder"' EXIT

beside install install_everything
build CallRecording.sln Release
finish install || exit 1

publish_natively
beside check check_what_is_built
echo "tests: dotnet test"
run_tests "$folder" --coverage --coverage-settings "$root/tests/coverage.config" --coverage-output-format cobertura \
  --coverage-output coverage.xml
run_stand_in_tests
finish check || outcome=1
check_coverage
say_how_many
