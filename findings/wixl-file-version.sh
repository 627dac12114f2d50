#!/usr/bin/env bash
# wixl: a program goes into the package without its version, and with the digest of a file that has none.
#
# Windows Installer replaces a file by its version: of a program the package tells it in the table File,
# and only of other files a digest in MsiFileHash. WiX reads the version off the program; wixl, which
# takes the same source, leaves it out without a word and writes a digest. To Windows Installer the new
# program is then a file without a version, and one with a version, which is on the computer, wins over
# it: its documented rule. Where the old product is removed before the new one is laid, which is what
# wixl's MajorUpgrade does, that can leave neither.
# Hurt: users, whose program may be gone or old after an upgrade that ended well; administrators, who
# find nothing in the package's source; engineers, whose first installation is always right.
# Instead: read the version yourself and write it into the package: UPDATE File SET Version=…, Language=…
# and DELETE FROM MsiFileHash with msibuild -q; compare the table with the programs in a test.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
for tool in wixl msiinfo; do
  command -v "$tool" >/dev/null || { apt-get update -qq && apt-get install -qqy wixl msitools >/dev/null; }
done
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent resedit@1.7.2 @github/keytar@7.10.6

# A real library for Windows, told to be of version 2.1.0.7, and read back.
cat >probe.js <<'JS'
import { readFileSync, writeFileSync } from 'node:fs'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

const from = 'node_modules/@github/keytar/prebuilds/win32-x64/keytar.node'
const library = NtExecutable.from(readFileSync(from), { ignoreCert: true })
const resources = NtExecutableResource.from(library)
const info = Resource.VersionInfo.createEmpty()
info.setFileVersion('2.1.0.7', 1033)
info.outputToResourceEntries(resources.entries)
resources.outputResource(library)
writeFileSync('library.dll', Buffer.from(library.generate()))

const again = NtExecutableResource.from(NtExecutable.from(readFileSync('library.dll')))
const { fileVersionMS: high, fileVersionLS: low } = Resource.VersionInfo.fromEntries(again.entries)[0].fixedInfo
console.log([high >>> 16, high & 0xffff, low >>> 16, low & 0xffff].join('.'))
JS
version=$(node probe.js)

cat >package.wxs <<'XML'
<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product Id="5B0C1F5C-8D1B-5A3C-9E55-0C2C3B1C7C01" UpgradeCode="5B0C1F5C-8D1B-5A3C-9E55-0C2C3B1C7C02"
    Name="Trial" Version="1.0.0" Manufacturer="Trial" Language="1033">
    <Package InstallerVersion="500" InstallScope="perMachine" Compressed="yes"/>
    <MajorUpgrade DowngradeErrorMessage="A newer version is there."/>
    <MediaTemplate EmbedCab="yes"/>
    <Directory Id="TARGETDIR" Name="SourceDir">
      <Directory Id="ProgramFiles64Folder">
        <Directory Id="INSTALLFOLDER" Name="Trial">
          <Component Id="Library" Guid="5B0C1F5C-8D1B-5A3C-9E55-0C2C3B1C7C03" Win64="yes">
            <File Id="Library" Name="library.dll" Source="library.dll" KeyPath="yes"/>
          </Component>
        </Directory>
      </Directory>
    </Directory>
    <Feature Id="All" Level="1"><ComponentRef Id="Library"/></Feature>
  </Product>
</Wix>
XML
wixl -a x64 -o package.msi package.wxs

told=$(msiinfo export package.msi File | tr -d '\r' | awk -F'\t' '$1 == "Library" { print $5 }')
hashed=$(msiinfo export package.msi MsiFileHash | grep -c '^Library' || true)
order=$(msiinfo export package.msi InstallExecuteSequence | tr -d '\r' |
  awk -F'\t' '/^(RemoveExistingProducts|InstallFiles)\t/ { print $3, $1 }' | sort -n | cut -d' ' -f2 | xargs)

echo "wixl $(dpkg-query -W -f '${Version}' wixl)"
echo "library.dll is of version $version"
echo "Expected: File.Version is $version, and no row in MsiFileHash, as WiX makes of this source."
echo "Seen: File.Version is '$told', rows in MsiFileHash: $hashed; an upgrade goes: $order"
if [ "$version" != 2.1.0.7 ] || [ -n "$told" ] || [ "$hashed" != 1 ] ||
  [ "$order" != 'RemoveExistingProducts InstallFiles' ]; then
  echo "behaviour changed: version '$told', $hashed digests, $order"
  exit 1
fi
echo 'Confirmed: the program is packaged as a file without a version.'
