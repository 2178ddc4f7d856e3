# Whether functions in a VPC reach AWS. Sourced by infra/deploy.

# What functions in a VPC ask must be reachable from each of their subnets.
check_vpc() {
  local vpc subnet way there service missing=() closed=() region=$set_region services="dynamodb s3 states bedrock-data-automation-runtime"
  [ -n "$set_vpcSubnetIds" ] || return 0
  # shellcheck disable=SC2086 # Several ids.
  vpc=$(aws ec2 describe-subnets --subnet-ids $set_vpcSubnetIds --query 'Subnets[].VpcId' --output text 2>&1) \
    || fail "the subnets of vpcSubnetIds are not there: $(first_line "$vpc")"
  vpc=$(tr '\t' '\n' <<<"$vpc" | sort -u)
  [ "$(wc -l <<<"$vpc")" -eq 1 ] || fail "the subnets of vpcSubnetIds are in several VPCs: $(tr '\n' ' ' <<<"$vpc")"
  for subnet in $set_vpcSubnetIds; do
    way=$(way_out "Name=association.subnet-id,Values=$subnet" "Name=vpc-id,Values=$vpc Name=association.main,Values=true")
    [ -n "$way" ] || closed+=("$subnet")
  done
  [ ${#closed[@]} -gt 0 ] || return 0
  [ "$set_uploads" = false ] || services+=" sns"
  there=$(aws ec2 describe-vpc-endpoints --filters "Name=vpc-id,Values=$vpc" --output text \
    --query "VpcEndpoints[?VpcEndpointType=='Gateway' || PrivateDnsEnabled].ServiceName") || fail "the endpoints of $vpc cannot be read"
  for service in $services; do
    [[ " $(tr '\t\n' '  ' <<<"$there") " == *" com.amazonaws.$region.$service "* ]] || missing+=("com.amazonaws.$region.$service")
  done
  [ ${#missing[@]} -eq 0 ] || fail "functions in ${closed[*]} could not reach AWS: no NAT or transit gateway is on their way, and $vpc has no endpoint (with private DNS) for ${missing[*]}"
}

# The gateway that a subnet's own route table, or else the VPC's main one, leads to the internet by; nothing where there is none.
way_out() { # way_out OWN-FILTER MAIN-FILTERS
  local tables routes filters=$1
  tables=$(aws ec2 describe-route-tables --filters "$1" --query 'RouteTables[].RouteTableId' --output text) || fail "the routes of $1 cannot be read"
  case "$tables" in
    '' | None) filters=$2 ;;
  esac
  # shellcheck disable=SC2086 # Several filters.
  routes=$(aws ec2 describe-route-tables --filters $filters --output text \
    --query "RouteTables[].Routes[?DestinationCidrBlock=='0.0.0.0/0'][].[NatGatewayId,TransitGatewayId,NetworkInterfaceId]") || fail "the routes of $1 cannot be read"
  tr -d '[:space:]' <<<"${routes//None/}"
}
