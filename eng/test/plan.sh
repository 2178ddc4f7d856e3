# ./test --plan [dev|staging|prod]: Terraform's provider judges the Pulumi program. Sourced by ./test.

for argument in "$@"; do
  case "$argument" in
    dev | staging | prod) export PLAN_ENVIRONMENT=$argument ;;
    *) not_an_option "$argument" ;;
  esac
done

find_terraform_plugins
need_dotnet
find_out_feed
command -v terraform >/dev/null || fail "--plan needs terraform, which is not on the PATH"
[ -n "$TF_PLUGINS" ] || fail "--plan needs the Terraform provider hashicorp/aws 5.100.0; name its folder in TF_PLUGINS"
build tests/CallRecording.Tests.csproj Release
export PLAN_SUMMARY=$(mktemp)
trap 'rm -f "$PLAN_SUMMARY"' EXIT
echo "plan: terraform validate and plan of ${PLAN_ENVIRONMENT:-dev, staging and prod with every way to authenticate}"
run_filtered --filter-class CallRecording.Tests.Infra.WhenTheProgramIsPlanned || fail "the plan failed; the messages are above"
cat "$PLAN_SUMMARY"
