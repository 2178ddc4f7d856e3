# ./test --packages FOLDER: everything on the packages of a folder in place of the stand-ins. Sourced by ./test.

# test_packages FOLDER: in a copy of the project with a package cache of its own, so that nothing here changes, and so that packages of the
# same name and version from there and from the ordinary feed never meet.
test_packages() {
  local feed=$1 original=$root
  [ -e "$feed" ] || fail "--packages: there is no '$feed'"
  [ -d "$feed" ] || fail "--packages: '$feed' is not a folder"
  need_dotnet
  need_node
  feed=$(cd "$feed" && pwd)
  copy=$(mktemp -d) # Not local: the trap needs it.
  trap 'rm -rf "$copy"' EXIT
  export NUGET_PACKAGES=$copy/.packages

  copy_project "$copy/project"
  # Above the project, whose own one, if it has one, counts too.
  write_nuget_config "$feed" >"$copy/NuGet.config"
  root=$copy/project
  find_out_feed >/dev/null
  grep -q false "$root/feed.local.props" || fail "--packages: '$feed' does not hold what this feed lacks: $lacking"
  echo "packages: those that $feed holds from there, the others from the feed"
  install_emulators
  install_judge
  build CallRecording.sln Release
  publish_natively

  echo "tests: on packages from $feed"
  # What this machine has is remembered here, not in the copy.
  root=$original find_terraform_plugins
  run_tests "$copy/results" --filter-namespace 'CallRecording.Tests.Workflow*' --filter-namespace 'CallRecording.Tests.Tasks*' \
    --filter-namespace 'CallRecording.Tests.Infra*' --filter-namespace 'CallRecording.Tests.Packages*'
  say_how_many
}

# The project's files as they are, also those that are not committed.
copy_project() { # copy_project FOLDER
  mkdir "$1"
  git -C "$root" rev-parse --is-inside-work-tree >/dev/null 2>&1 || fail "--packages needs git, to know which files are the project's"
  (
    cd "$root"
    git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
      [ ! -e "$file" ] || printf '%s\0' "$file"
    done | tar -c --null -T - -f - | tar -x -f - -C "$1"
  )
}

# The feeds of this machine, and the folder for what it holds.
write_nuget_config() { # write_nuget_config FOLDER
  local sources source package
  sources=$(cd "$root" && DOTNET_CLI_UI_LANGUAGE=en dotnet nuget list source) || fail "'dotnet nuget list source' failed: $sources"
  echo '<configuration>'
  echo "  <packageSources><add key=\"given\" value=\"$1\" /></packageSources>"
  echo '  <packageSourceMapping>'
  sed -n 's/^ *[0-9]*\. *\(.*\) \[Enabled\]$/\1/p' <<<"$sources" | while IFS= read -r source; do
    echo "    <packageSource key=\"$source\"><package pattern=\"*\" /></packageSource>"
  done
  echo '    <packageSource key="given">'
  # Named only, so that a folder without any is an empty source and not a mistake.
  echo '      <package pattern="given.nothing" />'
  find "$1" -name '*.nupkg' -exec basename {} .nupkg \; | sed -E 's/(\.[0-9]+)+(-.*)?$//' | sort -u | while IFS= read -r package; do
    echo "      <package pattern=\"$package\" />"
  done
  echo '    </packageSource>'
  echo '  </packageSourceMapping>'
  echo '</configuration>'
}

publish_natively() {
  local said code=0
  if [ "$(uname -sm)" != "Linux x86_64" ]; then
    echo "native: NOT PUBLISHED, this machine is no Linux on x86_64" >&2
  elif ! command -v gcc >/dev/null; then
    echo "native: NOT PUBLISHED, there is no gcc to link with" >&2
  else
    echo "native: infra/publish x64"
    said=$("$root/infra/publish" x64) || code=$?
    echo "$said"
    case $code in
      0) grep -q 'stand-ins: none' <<<"$said" || fail "infra/publish x64 used stand-ins" ;;
      3) echo "native: NOT CHECKED FOR STAND-INS, a build of this machine is not for Lambda; the line above says why" >&2 ;;
      *) fail "infra/publish x64 failed" ;;
    esac
    run_native_functions x64
  fi
}

[ -n "${1:-}" ] || fail "--packages needs the folder that holds them"
[ $# -eq 1 ] || not_an_option "$2"
test_packages "$1"
