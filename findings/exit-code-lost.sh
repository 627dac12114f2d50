#!/usr/bin/env bash
# electron-builder 26.17 (through async-exit-hook 2): a program that sets process.exitCode = 1 ends with 0.
#
# electron-builder brings async-exit-hook, which removes temporary folders at the end. Its listener for
# Node's beforeExit ends the program by process.exit(0), whatever process.exitCode was set to before. So
# the usual way for a script to fail, process.exitCode = 1 in a catch, is lost as soon as one hook is there.
# Hurt: a release script around electron-builder's build() printed why it had failed, and CI went on with 0.
# Instead: set process.exitCode once more in a listener for 'exit', as electron-builder's own command does,
# or call process.exit(1).
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent async-exit-hook@2.0.1
echo "async-exit-hook $(node -p "require('async-exit-hook/package.json').version"), Node $(node --version)"

code() { local status=0; node -e "$1" || status=$?; echo "$status"; }
plain=$(code "process.exitCode = 1")
hooked=$(code "require('async-exit-hook')(() => {}); process.exitCode = 1")
again=$(code "require('async-exit-hook')(() => {}); process.once('exit', () => { process.exitCode = 1 })")
echo "process.exitCode = 1: $plain; with a hook: $hooked; set again at 'exit': $again"
[[ "$plain $hooked $again" == '1 0 1' ]]

# Seen:
# async-exit-hook 2.0.1, Node v20.20.2
# process.exitCode = 1: 1; with a hook: 0; set again at 'exit': 1
