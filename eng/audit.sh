# Which packages have known vulnerabilities, as far as their registries answer. Sourced by ./test after eng/prepare.sh, with $root set.

# A registry that says nothing about a package with a published advisory (GHSA-5crp-9r3c-p9vr) says nothing about any.
canary_package=Newtonsoft.Json canary_version=12.0.1

audit_packages() {
  audit_nuget
  audit_npm "emulators/Node" --omit=dev
  audit_npm "tests/Web/Browser"
  audit_npm "tests/Architecture/Workflows"
  audit_npm "tests/Workflow/Definition/Validator"
  audit_npm "tests/Infra/Iam/Simulator"
}

audit_nuget() {
  local report found
  if ! nuget_knows_vulnerabilities; then
    echo "audit: NuGet packages skipped, this feed does not say which are vulnerable"
    return
  fi
  report=$(dotnet list "$root/CallRecording.sln" package --vulnerable --include-transitive) ||
    fail "'dotnet list package --vulnerable' failed: $report"
  found=$(grep -E '^ +>' <<<"$report" | sort -u) || true
  [ -z "$found" ] || fail "packages with known vulnerabilities:"$'\n'"$found"
  echo "audit: no NuGet package has a known vulnerability"
}

nuget_knows_vulnerabilities() {
  local project answer
  project=$(mktemp -d)
  echo "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
    <ItemGroup><PackageReference Include=\"$canary_package\" Version=\"$canary_version\" /></ItemGroup></Project>" >"$project/canary.csproj"
  answer=$(dotnet restore "$project/canary.csproj" && dotnet list "$project/canary.csproj" package --vulnerable) || true
  rm -rf "$project"
  grep -q "$canary_package .*$canary_version" <<<"$answer"
}

# audit_npm FOLDER [OPTION...]: from high severity on; these are tools of this machine.
audit_npm() {
  local folder=$1 report verdict
  shift
  report=$(cd "$root/$folder" && npm audit --json "$@" 2>/dev/null) || true
  verdict=$(node -e '
    let report = {};
    try { report = JSON.parse(require("fs").readFileSync(0, "utf8")); } catch { /* No report at all. */ }
    const bad = Object.values(report.vulnerabilities ?? {}).filter((one) => ["high", "critical"].includes(one.severity));
    console.log(report.vulnerabilities ? bad.map((one) => `${one.name} (${one.severity}, ${one.range})`).join(", ") : "?");' <<<"$report")
  case "$verdict" in
    '?') echo "audit: npm packages of $folder skipped, this registry does not say which are vulnerable" ;;
    '') echo "audit: no npm package of $folder has a known vulnerability of high severity" ;;
    *) fail "npm packages of $folder with known vulnerabilities: $verdict" ;;
  esac
}
