#!/usr/bin/env bash
# msitools: printing a table of an installer writes its icons and programs into the current folder.
#
# `msiinfo export package.msi Icon` exports a table "in text form", as its help says, to the standard output.
# Where a column is binary, as in Icon and Binary, it prints the name of a stream there, and also writes each
# stream into a folder of the table's name, made in whatever folder it runs. No option asks for it, and its
# help has a word of it nowhere. A table without such a column leaves nothing behind.
# Hurt: whoever checks a package by reading all its tables in a build: the checkout has new files, among them
# programs of the package, which the next `git add` takes along; two checks in one folder overwrite each other's.
# Instead: run it in a folder of its own, with the package's whole path.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
changed() { echo "behaviour changed: $*"; exit 1; }
debs=(msitools wixl)
if ! dpkg-query -W "${debs[@]}" >/dev/null 2>&1; then
  { apt-get update && apt-get install -y "${debs[@]}"; } >"$dir/apt.log" 2>&1 || { cat "$dir/apt.log"; exit 1; }
fi
found=$(dpkg-query -W -f '${Package} ${Version}\n' "${debs[@]}")
echo "$found"
for pinned in 'msitools 0.101+repack-1' 'wixl 0.101+repack-1'; do
  [[ $found == *"$pinned"* ]] || changed "not $pinned"
done

cd "$dir"
printf 'the picture' >trial.ico
printf 'the program' >trial.txt
cat >package.wxs <<'XML'
<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product Id="7B0C1F5C-8D1B-5A3C-9E55-0C2C3B1C7C01" UpgradeCode="7B0C1F5C-8D1B-5A3C-9E55-0C2C3B1C7C02"
    Name="Trial" Version="1.0.0" Manufacturer="Trial" Language="1033">
    <Package InstallerVersion="500" InstallScope="perMachine" Compressed="yes"/>
    <MediaTemplate EmbedCab="yes"/>
    <Icon Id="Trial.ico" SourceFile="trial.ico"/>
    <Directory Id="TARGETDIR" Name="SourceDir">
      <Component Id="Trial" Guid="7B0C1F5C-8D1B-5A3C-9E55-0C2C3B1C7C03">
        <File Id="Trial" Name="trial.txt" Source="trial.txt" KeyPath="yes"/>
      </Component>
    </Directory>
    <Feature Id="All" Level="1"><ComponentRef Id="Trial"/></Feature>
  </Product>
</Wix>
XML
wixl -o package.msi package.wxs

mkdir reading && cd reading
msiinfo tables ../package.msi | grep -qx Icon || changed 'the package has no table of icons'
for table in Property File Icon; do
  msiinfo export ../package.msi "$table" >/dev/null
  echo "after reading $table: $(find . -type f | sort | tr '\n' ' ')"
done
echo 'Expected: what is read changes nothing.'
[ "$(find . -type f)" = ./Icon/Icon.Trial.ico ] || changed 'no file was written, or another one'
[ "$(cat Icon/Icon.Trial.ico)" = 'the picture' ] || changed 'it is not the picture'
echo 'Confirmed: the picture of the package lies in the folder in which its table was read.'
