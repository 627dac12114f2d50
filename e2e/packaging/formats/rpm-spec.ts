import type { Installation, Installed, Release, Spoken } from '../installation/installed.ts'
import { packageVersion, wrapped } from './output.ts'

/** `%` begins a macro wherever it stands in a spec. */
const plain = (text: string): string => text.replaceAll('%', '%%')

const paragraphs = (texts: readonly Spoken[], language: keyof Spoken): string =>
  texts.map((text) => wrapped(plain(text[language]), 78).join('\n')).join('\n\n')

/** The day as a changelog of RPM has it: `Sun Nov 29 2026`. */
function rpmDay(day: string): string {
  const [weekday = '', date = '', month = '', year = ''] = new Date(`${day}T00:00:00Z`)
    .toUTCString()
    .replace(',', '')
    .split(' ')
  return `${weekday} ${month} ${date} ${year}`
}

const changed = (vendor: string, { version, date, changes }: Release): string =>
  [
    `* ${rpmDay(date)} ${vendor} - ${packageVersion(version)}-1`,
    ...changes.map(({ en }) => `- ${plain(en)}`),
  ].join('\n')

/** Every folder of the app's own, which goes with the package. */
function foldersBelow(root: string, entries: readonly Installed[]): string[] {
  const folders = new Set<string>()
  for (const { to } of entries) {
    if (!to.startsWith(`${root}/`)) continue
    const parts = to.slice(root.length).split('/').slice(0, -1)
    parts.forEach((_, i) => folders.add(root + parts.slice(0, i + 1).join('/')))
  }
  return [...folders].toSorted()
}

function fileLine(entry: Installed): string {
  if (entry.kind === 'link') return `"${entry.to}"`
  const licence = /\/LICENSES?\b[^/]*$/.test(entry.to) ? '%license ' : ''
  return `%attr(${entry.mode.toString(8).padStart(4, '0')}, root, root) ${licence}"${plain(entry.to)}"`
}

/**
 * The package's recipe. What it asks for stands there in full: of what it contains rpm is to find
 * nothing by itself, neither to ask for nor to offer, since the app's own libraries are for the app.
 * @param staged the folder with everything in its place
 */
export function specOf(
  { product, root, entries }: Installation,
  needs: readonly string[],
  staged: string,
): string {
  const { name, vendor, licence, homepage, summary, description, version, releases } = product
  return `Name: ${name}
Version: ${packageVersion(version)}
Release: 1
Summary: ${plain(summary.en)}
Summary(de): ${plain(summary.de)}
License: ${licence}
Vendor: ${plain(vendor)}
Packager: ${plain(vendor)}
${homepage === '' ? '' : `URL: ${plain(homepage)}\n`}Group: Applications/Internet
AutoReqProv: no
${needs.map((need) => `Requires: ${need}`).join('\n')}

%description
${paragraphs(description, 'en')}

%description -l de
${paragraphs(description, 'de')}

%install
cp --archive "${staged}/." "%{buildroot}"

%files
%defattr(-, root, root, 0755)
${foldersBelow(root, entries)
  .map((folder) => `%dir "${folder}"`)
  .join('\n')}
${entries.map(fileLine).join('\n')}

%changelog
${releases.map((release) => changed(vendor, release)).join('\n\n')}
`
}
