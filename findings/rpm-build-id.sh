#!/usr/bin/env bash
# Two rpm packages of different programs cannot be installed together, because both carry the same
# prebuilt file, each in a folder of its own.
#
# rpmbuild reads the build ID of every executable ELF file that it packs and adds, unasked, a link
# /usr/lib/.build-id/XX/YYY to it. The ID is that of the file's first build: a prebuilt module from
# npm, or Electron itself, has the same one in every program. So two packages own one path with two
# targets, and rpm refuses the second program. One bit decides: npm unpacks prebuilt modules without
# the executable bit, and then there is no link. And with the bit, rpmbuild also strips the file, so
# that what is installed is not what npm's checksum vouched for.
# Hurt: the user who has another program with the same Electron or keytar, and cannot install ours.
# Instead: build rpm packages with --define '_build_id_links none' and '__strip /bin/true'.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
changed() { echo "behaviour changed: $*"; exit 1; }

deb=rpm
deb_version=4.18.0+dfsg-1+deb12u1
if ! command -v rpmbuild >/dev/null; then
  { apt-get update && apt-get install -y "$deb"; } >apt.log 2>&1 || { cat apt.log; exit 1; }
fi
found=$(dpkg-query -W -f '${Version}' "$deb")
echo "$deb $found"
[ "$found" = "$deb_version" ] || changed "$deb is $found, not $deb_version"

echo '{"private":true}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent @github/keytar@7.10.6
echo "@github/keytar $(node -p "require('./node_modules/@github/keytar/package.json').version")"
module=node_modules/@github/keytar/prebuilds/linux-x64/keytar.node
[ -x "$module" ] && changed "npm unpacks keytar.node with the executable bit"

# build NAME MODE OPTION...: a package of one file, /opt/NAME/keytar.node
build() {
  local name=$1 mode=$2
  shift 2
  mkdir -p "top/SPECS"
  cat >"top/SPECS/$name.spec" <<SPEC
Name: $name
Version: 1
Release: $mode
Summary: A program that stores a password
License: MIT
AutoReqProv: no
%description
A program that stores a password.
%install
install -D -m $mode $dir/$module %{buildroot}/opt/$name/keytar.node
%files
/opt/$name
SPEC
  rpmbuild --define "_topdir $dir/top" --target x86_64 "$@" -bb "top/SPECS/$name.spec" >"$name-$mode.log" 2>&1 ||
    { cat "$name-$mode.log"; exit 1; }
}
# together MODE: how the second of the two packages is received
together() {
  rm -rf root && mkdir root
  rpm --root "$dir/root" --initdb
  rpm --root "$dir/root" -i "top/RPMS/x86_64/first-1-$1.x86_64.rpm" 2>/dev/null
  if rpm --root "$dir/root" -i "top/RPMS/x86_64/second-1-$1.x86_64.rpm" 2>refusal; then echo installed
  else grep -o 'file .* conflicts with .*' refusal; fi
}
size() { rpm -qp --qf '[%{FILENAMES} %{FILESIZES}\n]' "top/RPMS/x86_64/first-1-$1.x86_64.rpm" | sed -n 's/.*keytar.node //p'; }

build first 644; build second 644
build first 755; build second 755
plain=$(together 644)
executable=$(together 755)
before=$(stat -c %s "$module")
size_plain=$(size 644)
size_executable=$(size 755)
build first 755 --define '_build_id_links none' --define '__strip /bin/true'
build second 755 --define '_build_id_links none' --define '__strip /bin/true'
told=$(together 755)
size_told=$(size 755)

echo "Expected: packages that put their files into /opt/first and /opt/second can be installed together."
echo "Seen, of the second package ($before bytes from npm):"
echo "  mode 644:                    $plain ($size_plain bytes)"
echo "  mode 755:                    $executable ($size_executable bytes)"
echo "  mode 755, told not to do so: $told ($size_told bytes)"

[ "$plain" = installed ] || changed "mode 644: $plain"
[ "$size_plain" = "$before" ] || changed "mode 644 has $size_plain bytes"
case $executable in "file /usr/lib/.build-id/"*) ;; *) changed "mode 755: $executable" ;; esac
[ "$size_executable" != "$before" ] || changed "mode 755 is not stripped"
[ "$told" = installed ] && [ "$size_told" = "$before" ] || changed "told: $told, $size_told bytes"
echo "Confirmed: the executable bit of one file keeps the second program out."
