#!/usr/bin/env bash
# A PAC file whose own function, given to some() or filter(), asks isInNet().
#
# pac-resolver (behind proxy-agent and pac-proxy-agent) lets isInNet, dnsResolve and the like look
# names up without blocking. For that it rewrites every named function that uses one of them into an
# async function, and puts an await before each call that it can see. A call made by Array.some or
# Array.filter it cannot see: those get a Promise, and a Promise counts as true. There is no error:
# every network is "inside", and traffic that must use the proxy goes out directly, or the reverse.
# pacparser, which calls the functions as they were written, answers rightly.
# Hurt: who checks a customer's PAC file with Node, or sends a tool's requests with proxy-agent in a
# network where only the proxy leads out.
# Instead: in PAC files, loop and call by name. For an answer that counts, ask the browser's own
# engine (Electron: session.resolveProxy), not a Node re-implementation.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
changed() { echo "behaviour changed: $*"; exit 1; }

deb=libpacparser1
deb_version=1.3.6-1.4
if ! command -v pactester >/dev/null; then
  { apt-get update && apt-get install -y "$deb"; } >apt.log 2>&1 || { cat apt.log; exit 1; }
fi
found=$(dpkg-query -W -f '${Version}' "$deb")
echo "$deb $found (pactester)"
[ "$found" = "$deb_version" ] || changed "$deb is $found, not $deb_version"

echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent \
  pac-resolver@9.0.2 degenerator@7.0.2 quickjs-wasi@3.7.0

cat >callback.pac <<'PAC'
function inside(net) { return isInNet("10.20.0.7", net, "255.255.0.0"); }
function FindProxyForURL(url, host) {
  if (["192.168.0.0", "172.16.0.0"].some(inside)) return "DIRECT";
  return "PROXY proxy.corp.example:8080";
}
PAC
cat >loop.pac <<'PAC'
function inside(net) { return isInNet("10.20.0.7", net, "255.255.0.0"); }
function FindProxyForURL(url, host) {
  var nets = ["192.168.0.0", "172.16.0.0"];
  for (var i = 0; i < nets.length; i++) if (inside(nets[i])) return "DIRECT";
  return "PROXY proxy.corp.example:8080";
}
PAC

cat >resolve.js <<'JS'
import { readFileSync } from 'node:fs'
import { createPacResolver } from 'pac-resolver'
import { QuickJS } from 'quickjs-wasi'
const wasm = readFileSync(new URL(import.meta.resolve('quickjs-wasi/quickjs.wasm')))
const vm = await QuickJS.create({ wasm })
const find = createPacResolver(vm, readFileSync(process.argv[2], 'utf8'))
console.log(await find('https://s3.us-east-1.amazonaws.com/'))
JS

version() { node -p "JSON.parse(require('fs').readFileSync('node_modules/$1/package.json')).version"; }
for name in pac-resolver degenerator quickjs-wasi; do echo "$name $(version $name)"; done

js_loop=$(node resolve.js loop.pac)
c_loop=$(pactester -p loop.pac -u https://s3.us-east-1.amazonaws.com/)
js_callback=$(node resolve.js callback.pac)
c_callback=$(pactester -p callback.pac -u https://s3.us-east-1.amazonaws.com/)

echo "Expected: 10.20.0.7 is in neither 192.168/16 nor 172.16/16, so both files and both readers say PROXY."
echo "Seen:"
echo "  a loop:   pac-resolver: $js_loop | pacparser: $c_loop"
echo "  some():   pac-resolver: $js_callback | pacparser: $c_callback"

proxy='PROXY proxy.corp.example:8080'
[ "$js_loop" = "$proxy" ] || changed "pac-resolver on the loop: $js_loop"
[ "$c_loop" = "$proxy" ] || changed "pacparser on the loop: $c_loop"
[ "$c_callback" = "$proxy" ] || changed "pacparser on some(): $c_callback"
[ "$js_callback" = DIRECT ] || changed "pac-resolver on some(): $js_callback"
echo "Confirmed: a callback that asks isInNet() is always true for pac-resolver."
