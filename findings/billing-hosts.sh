#!/usr/bin/env bash
# @aws-sdk/client-*: four clients for AWS's costs, one Region in the settings, four kinds of hosts.
#
# AWS's services for costs have no Region of a customer's. Two of the clients know that: whatever Region
# is set, they go to us-east-1 or to a host without a Region. The client of cost reports does not: it goes
# to a host in the Region that is set, and for reports there is only us-east-1, as Debian's botocore lists
# it; elsewhere the call ends as a name that cannot be resolved, which looks like a broken network. And the
# client of invoices leaves amazonaws.com altogether, without a setting for it: a company's list of
# allowed hosts, *.amazonaws.com, does not have it.
# Hurt: administrators who let AWS through the proxy, and one client of four is blocked; users whose
# Region is Frankfurt and who are told to check their network.
# Instead: set us-east-1 yourself where the service has one Region; make the list of hosts from the
# clients' own rules, as below, not from the domain.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
deb=python3-botocore
deb_version=1.29.27+repack-1
if ! dpkg-query -W "$deb" >/dev/null 2>&1; then
  { apt-get update && apt-get install -y "$deb"; } >apt.log 2>&1 || { cat apt.log; exit 1; }
fi
found=$(dpkg-query -W -f '${Version}' "$deb")
echo "$deb $found"
if [ "$found" != "$deb_version" ]; then
  echo "behaviour changed: $deb is $found, not $deb_version"
  exit 1
fi
regions=$(/usr/bin/python3 -c "import botocore.session; print(' '.join(botocore.session.Session().get_available_regions('cur')))")
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent @aws-sdk/client-budgets@3.1124.0 \
  @aws-sdk/client-cost-explorer@3.1138.0 @aws-sdk/client-cost-and-usage-report-service@3.332.0 \
  @aws-sdk/client-invoicing@3.1137.0

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'

// Nothing is sent: the client's handler for requests notes the host and ends the call.
const clients = [
  ['cost-explorer', 'CostExplorer', 'GetCostCategories', {}, 'ce.us-east-1.amazonaws.com'],
  ['budgets', 'Budgets', 'DescribeBudgets', { AccountId: '123456789012' }, 'budgets.amazonaws.com'],
  ['cost-and-usage-report-service', 'CostAndUsageReportService', 'DescribeReportDefinitions', {}, 'cur.eu-central-1.amazonaws.com'],
  ['invoicing', 'Invoicing', 'ListInvoiceUnits', {}, 'invoicing.us-east-1.api.aws'],
]
console.log('Expected: one rule for all, under amazonaws.com. Set: eu-central-1. Seen:')
let same = true
for (const [name, prefix, operation, input, wanted] of clients) {
  const { version } = JSON.parse(readFileSync(`node_modules/@aws-sdk/client-${name}/package.json`))
  const client = await import(`@aws-sdk/client-${name}`)
  let host = ''
  const requestHandler = {
    handle(request) {
      host = request.hostname
      throw new Error('noted')
    },
  }
  const credentials = { accessKeyId: 'trial', secretAccessKey: 'trial' }
  const settings = { region: 'eu-central-1', credentials, requestHandler, maxAttempts: 1 }
  await new client[`${prefix}Client`](settings).send(new client[`${operation}Command`](input)).catch((error) => {
    if (error.message !== 'noted') throw error
  })
  console.log(`  ${`client-${name} ${version}`.padEnd(48)}${host}`)
  same &&= host === wanted
}
const [, regions] = process.argv.slice(1)
console.log(`  Regions with reports, as Debian's botocore lists them: ${regions}`)
if (!same || regions !== 'us-east-1') {
  console.log('behaviour changed: a client goes to another host')
  process.exit(1)
}
console.log('Confirmed: one in us-east-1, one in no Region, one in the Region that is set, one out of amazonaws.com.')
JS
NODE_NO_WARNINGS=1 node probe.js "$regions"
