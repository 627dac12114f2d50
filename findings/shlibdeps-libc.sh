#!/usr/bin/env bash
# dpkg-shlibdeps: a program that runs on Debian 11 gets a package that Debian 11 refuses to install.
#
# What a program needs of the C library is told by the versions of the symbols that it is linked against, and
# dpkg-shlibdeps is there to turn them into a dependency. Debian keeps a list of it, in which a version may be
# newer than the symbol's own: sysconf is as old as glibc, and stands there with 2.34, for every program, since
# a program might ask it for what it answers only since then. So every program that asks how many
# processors or how large a page is, built on an old system to run on many, needs libc6 2.34 as soon as it is
# packaged on Debian 12.
# Hurt: companies on older systems that a vendor supports, where installing fails although the program runs.
# Instead: derive the version from the symbols (objdump -T), compare it with what dpkg-shlibdeps says, and write
# down which of the two the package names, and why.
set -euo pipefail

package=lightningcss-linux-x64-gnu@1.33.0

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
for tool in dpkg-shlibdeps objdump; do
  command -v "$tool" >/dev/null && continue
  apt-get install -y -q --no-install-recommends dpkg-dev binutils >/dev/null
done
npm pack --silent "$package" >/dev/null
tar -xzf ./*.tgz
program=$(ls package/*.node)
mkdir debian
cat >debian/control <<'CONTROL'
Source: trial
Maintainer: Trial <trial@example.org>

Package: trial
Architecture: any
Description: a trial
CONTROL

newest=$(objdump -T "$program" | grep -o 'GLIBC_[0-9.]*' | sort -Vu | tail -n 1)
said=$(dpkg-shlibdeps -O -e"$program" 2>/dev/null | grep -o 'libc6 ([^)]*)')
symbols=$(dpkg-query --control-path libc6:amd64 symbols)
# The symbols that the program asks for in an old version, and that the list has with 2.34.
objdump -T "$program" | awk '/GLIBC_/ {gsub(/[()]/, ""); print $NF "@" $(NF - 1)}' | sort -u >wanted
awk '/^[^ |*]/ {library = $1} library == "libc.so.6" && $2 == "2.34" {print $1}' "$symbols" | sort -u >raised
raised=$(comm -12 wanted raised | tr '\n' ' ')

echo "dpkg $(dpkg-query -W -f '${Version}' dpkg-dev), libc6 $(dpkg-query -W -f '${Version}' libc6:amd64)"
echo "$package, $(basename "$program")"
echo "  newest version of a symbol that it is linked against: $newest"
echo "  libraries that it names: $(objdump -p "$program" | awk '/NEEDED/ {printf "%s ", $2}')"
echo 'Expected: libc6 (>= 2.14), which Debian 11 (2.31) and Ubuntu 20.04 (2.31) have.'
echo "Seen: $said"
echo "  because of: $raised"
[[ $newest == GLIBC_2.14 && $said == 'libc6 (>= 2.34)' && $raised == 'sysconf@GLIBC_2.2.5 ' ]] || {
  echo "behaviour changed: $newest, $said, ${raised:-none}"
  exit 1
}
if dpkg --compare-versions 2.31 ge 2.34; then exit 1; fi
echo 'Confirmed: the package is refused where the program runs.'
