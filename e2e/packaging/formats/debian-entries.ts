import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { repositoryRoot } from '../../runtime/paths.ts'
import type { Installed, Product } from '../installation/installed.ts'
import { packageVersion, wrapped } from './output.ts'

export const debianResources = path.join(repositoryRoot, 'resources', 'packaging', 'debian')

/** The day as RFC 5322 writes it, at midnight UTC. */
const rfcDate = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toUTCString().replace('GMT', '+0000')

/** Who stands for the package, with the mailbox for help where one has been named. */
export function maintainerOf({ vendor, support }: Pick<Product, 'vendor' | 'support'>): string {
  const [, mailbox] = /^mailto:([^?]+)/.exec(support) ?? []
  return mailbox === undefined ? vendor : `${vendor} <${mailbox}>`
}

/** Debian's own form. Source: https://www.debian.org/doc/debian-policy/ch-source.html#debian-changelog-debian-changelog */
function debianChangelog(product: Product): string {
  const { name, releases } = product
  const by = maintainerOf(product)
  return releases
    .map(({ version, date, changes }) => {
      const told = changes.flatMap(({ en }) =>
        wrapped(en, 74).map((line, i) => `${i === 0 ? '  * ' : '    '}${line}`),
      )
      const title = `${name} (${packageVersion(version)}) stable; urgency=medium`
      return `${title}\n\n${told.join('\n')}\n\n -- ${by.endsWith('>') ? by : `${by} <>`}  ${rfcDate(date)}\n`
    })
    .join('\n')
}

/** Who holds the rights. Source: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/ */
function debianCopyright({ name, title, vendor, licence, releases }: Product): string {
  const since = releases.at(-1)?.date.slice(0, 4)
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: ${title}

Files: *
Copyright: ${since} ${vendor}
License: ${licence}
 ${title} comes under this licence of its vendor, by the name that SPDX has for
 it. Where it is not filled in, nobody gets one by this package.
 .
 What it contains of others stands under licences of its own: Electron's is in
 /usr/lib/${name}/LICENSE.electron.txt, Chromium's with those of all its parts
 in /usr/lib/${name}/LICENSES.chromium.html, and those of the packages in
 /usr/lib/${name}/resources/resources/third-party-notices.en.html.
`
}

/**
 * What only Debian's packages have: a changelog, who holds the rights, why its checks are wrong where
 * they are, and the AppArmor profile that `postinst` puts in place where it can be read.
 */
export function debianEntries(product: Product): Installed[] {
  const { name } = product
  const papers = `/usr/share/doc/${name}`
  const own = (file: string, to: string): Installed => ({
    kind: 'file',
    from: path.join(debianResources, file),
    to,
    mode: 0o644,
  })
  const text = (to: string, content: string | Uint8Array): Installed => ({
    kind: 'text',
    to,
    text: content,
    mode: 0o644,
  })
  return [
    own('apparmor', `/usr/share/${name}/apparmor`),
    own('lintian-overrides', `/usr/share/lintian/overrides/${name}`),
    text(`${papers}/copyright`, debianCopyright(product)),
    text(`${papers}/changelog.gz`, gzipSync(debianChangelog(product), { level: 9 })),
  ]
}
