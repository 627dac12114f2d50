#!/usr/bin/env bash
# electron-builder copies files in another way as soon as it runs under Vitest: a "copy" is then the file itself.
#
# Its copyDir and copyFile make hard links if USE_HARD_LINKS says so, or if the variable VITEST is there. The
# first one was announced with version 10.1, with the reason why it is off: a changed source would change what was
# packaged. The second one nobody announced, and Vitest sets it in every project that has tests. So extra files and resources in a package that was made from a test, or by a command
# that a test started, are the files of the repository: whoever then changes one in the package changes the
# source, and whoever changes the source later changes the package that was checked before. The same
# program started from a shell makes copies. It tells nothing of it but on its debug log.
# Hurt: whoever packages from a test and then stamps, patches or damages a packaged file to see that it is noticed.
# Instead: start the packager without VITEST in its environment.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export npm_config_loglevel=error
echo '{"private":true}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent builder-util@26.16.0

cat >probe.cjs <<'JS'
const { appendFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs')
const { copyDir } = require('builder-util')

rmSync('project', { recursive: true, force: true })
mkdirSync('project/resources', { recursive: true })
writeFileSync('project/resources/policy.json', '{}\n')
copyDir('project/resources', 'project/package').then(() => {
  appendFileSync('project/package/policy.json', 'changed in the package\n')
  const source = readFileSync('project/resources/policy.json', 'utf8')
  console.log(`${statSync('project/resources/policy.json').nlink} ${source.includes('changed') ? 'changed' : 'as it was'}`)
})
JS

echo "builder-util $(node -p 'require("builder-util/package.json").version')"
shell=$(env -u VITEST -u USE_HARD_LINKS node probe.cjs)
test=$(env -u USE_HARD_LINKS VITEST=true node probe.cjs)
echo 'Expected: after a change of the copied file the source is as it was, whoever starts the program.'
echo "Started from a shell:           links to the source's bytes, and the source: $shell"
echo "With VITEST in its environment: links to the source's bytes, and the source: $test"
[ "$shell" = '1 as it was' ] && [ "$test" = '2 changed' ] || { echo "behaviour changed: $shell; $test"; exit 1; }
echo 'Confirmed: under Vitest the copy and the source are one file.'
