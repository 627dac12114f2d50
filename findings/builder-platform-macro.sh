#!/usr/bin/env bash
# electron-builder: ${platform} in a list of files is the computer that packages, not the one packaged for.
#
# Modules with native code bring a binary for each system, prebuilds/win32-x64 and the like. The list of
# files has ${arch}, the processor that is packaged for, and ${platform}, which reads as if it were the
# same for the system. A package for Windows that is made on Linux (usual: both come from one runner)
# gets Linux's binary and not Windows's. Nothing fails and nothing is told: the app starts, and what
# needs the module does not work.
# Hurt: users on Windows and macOS, whose app cannot reach their keychain; engineers, whose tests run on
# the system that packages.
# Instead: name the target's system yourself, in the configuration of that build; and compare the packaged
# binary's bytes with those that belong to the target.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent electron-builder@26.17.0

mkdir -p app electron/resources
cat >app/package.json <<'JSON'
{ "name": "trial", "version": "1.0.0", "main": "main.js", "author": "A", "description": "A trial" }
JSON
echo >app/main.js
for system in linux darwin win32; do
  for processor in x64 arm64; do
    mkdir -p "app/prebuilds/$system-$processor"
    echo "$system $processor" >"app/prebuilds/$system-$processor/module.node"
  done
done
# An Electron that is only laid out: nothing here is started.
touch electron/electron electron/electron.exe

cat >probe.cjs <<'JS'
const fs = require('node:fs')
const path = require('node:path')
const { Arch, build, Platform } = require('electron-builder')

const targets = { win32: Platform.WINDOWS, linux: Platform.LINUX }
const packagedFor = async (system, processor) => {
  const output = path.resolve('out', `${system}-${processor}`)
  await build({
    projectDir: path.resolve('app'),
    targets: targets[system].createTarget('dir', Arch[processor]),
    publish: 'never',
    config: {
      asar: false,
      directories: { output },
      electronVersion: '45.0.0',
      electronDist: path.resolve('electron'),
      files: ['main.js', 'prebuilds/${platform}-${arch}/*'],
      npmRebuild: false,
      win: { signAndEditExecutable: false },
    },
  })
  const [folder] = fs.readdirSync(output).filter((name) => name.endsWith('-unpacked'))
  return fs.readdirSync(path.join(output, folder, 'resources', 'app', 'prebuilds')).join(' ')
}

const main = async () => {
  const { version } = require('electron-builder/package.json')
  const seen = []
  for (const [system, processor] of [['win32', 'x64'], ['win32', 'arm64'], ['linux', 'arm64']])
    seen.push([`${system}-${processor}`, await packagedFor(system, processor)])
  console.log(`electron-builder ${version} on ${process.platform}-${process.arch}`)
  console.log('Expected: each package has the binary of the system and processor it is for.')
  console.log('Seen, with files: prebuilds/${platform}-${arch}/*')
  let changed
  for (const [target, got] of seen) {
    console.log(`  for ${target}: prebuilds/${got}${got === target ? '' : '   (not its own)'}`)
    const known = `${process.platform}-${target.split('-')[1]}`
    if (got !== known) changed = `for ${target}: ${got}`
  }
  if (changed) {
    console.log(`behaviour changed: ${changed}`)
    process.exit(1)
  }
  console.log('Confirmed: the processor is the target’s, the system is that of whoever packages.')
}
main()
JS
node probe.cjs | grep -v '•'
