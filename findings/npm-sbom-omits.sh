#!/usr/bin/env bash
# npm sbom --omit=dev leaves out what ships, if a tool for development needs it too.
#
# One expects "without what is for development only": so counts npm ls with the same option, and the
# lockfile marks a package as `dev` only if nothing else needs it. npm sbom leaves out a direct dependency that a
# development tool depends on as well, even as its peer and even if the tool would do without. There is no
# warning and the exit code is 0; in CycloneDX and SPDX alike. Its makers know of it. The more a project's tools share with the project, the less
# is in its bill: react goes as soon as react-dom is used in tests, yaml as soon as vite is there.
# Hurt: whoever gives out such a bill, or has it compared with advisories: what hits a missing package is
# never told. Most likely for the packages that everything uses.
# Instead: make the bill without the option and take out what the lockfile marks `dev`, or make it of what
# is installed by `npm ci --omit=dev`; compare its length with `npm ls --omit=dev --all`.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export npm_config_loglevel=error
echo '{"private":true}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent npm@11.19.1
npm="$dir/node_modules/.bin/npm"
echo "npm $("$npm" --version)"

# A project with one runtime dependency, then with a tool besides that has the same one.
look() { # what, runtime dependency, tools
  mkdir "$dir/$1" && cd "$dir/$1"
  echo "{\"name\":\"northwind\",\"version\":\"1.0.0\",\"dependencies\":{$2},\"devDependencies\":{$3}}" >package.json
  "$npm" install --package-lock-only --ignore-scripts --no-audit --no-fund --silent
  for format in cyclonedx spdx; do
    "$npm" sbom --package-lock-only --omit=dev "--sbom-format=$format" >"$format.json"
  done
  "$npm" ls --package-lock-only --omit=dev --json >ls.json
  cat >told.cjs <<'JS'
const read = (file) => JSON.parse(require('node:fs').readFileSync(file, 'utf8'))
const { packages } = read('package-lock.json')
const [name] = Object.keys(packages[''].dependencies)
const told = {
  'marked dev in the lockfile': packages[`node_modules/${name}`].dev === true,
  'listed by npm ls': name in (read('ls.json').dependencies ?? {}),
  'in the CycloneDX bill': (read('cyclonedx.json').components ?? []).some((one) => one.name === name),
  'in the SPDX bill': read('spdx.json').packages.some((one) => one.name === name),
}
console.log(Object.entries(told).map(([what, is]) => `${what}: ${is ? 'yes' : 'no'}`).join(', '))
JS
  seen=$(node told.cjs)
  echo "$1 ($2; tools: ${3:-none})"
  echo "  $seen"
  expected='marked dev in the lockfile: no, listed by npm ls: yes, in the CycloneDX bill: '
  if [ "$1" = alone ]; then expected+='yes, in the SPDX bill: yes'; else expected+='no, in the SPDX bill: no'; fi
  [ "$seen" = "$expected" ] || { echo "behaviour changed: $1: $seen"; exit 1; }
}

look alone '"clsx":"2.1.1"' ''
look dependency '"clsx":"2.1.1"' '"class-variance-authority":"0.7.1"'
look peer '"react":"18.3.1"' '"react-dom":"18.3.1"'
look optional-peer '"yaml":"2.9.1"' '"vite":"8.0.0"'
echo 'Confirmed: what ships is missing from the bill as soon as a development tool needs it, too.'
