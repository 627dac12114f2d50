import { html, type Html } from '../../../electron/documents/html.ts'
import { IDENTITIES } from '../../../electron/start/edition.ts'
import { linuxRoot } from '../../packaging/installation/linux.ts'
import { FILE_TYPE } from '../../packaging/installation/registrations.ts'
import type { Pack } from '../context.ts'
import { heading, lines, paragraphs, points, table } from '../parts.ts'

export function installation({ words, facts }: Pack): Html {
  const { installation: about } = words.rollout
  const { program: name } = facts
  const root = linuxRoot({ name })
  const { packages: by, beside } = about
  return html`${paragraphs(about.intro(facts.appArmorProfile))}
  ${table('installed', about.head, [
    [
      by.deb,
      lines([`apt-get install -y ./FILE.deb`]),
      lines([`apt-get purge -y ${name}`]),
      lines([root]),
    ],
    [by.rpm, lines([`dnf install -y ./FILE.rpm`]), lines([`dnf remove -y ${name}`]), lines([root])],
    [by.tar, about.untar, about.untarRemove, about.anywhere],
    [
      by.msi,
      lines(['msiexec /i FILE.msi /qn /norestart']),
      lines(['msiexec /x FILE.msi /qn /norestart']),
      `${about.programFiles}, \`${IDENTITIES.shipped.name}\``,
    ],
  ])}
  ${points(about.notes)} ${heading('beside', about.besideTitle)}
  ${table('three', about.besideHead, [
    [beside.linux, lines(facts.besideOnLinux), beside.all],
    [beside.apparmor, lines([facts.appArmorProfile]), beside.all],
    [
      beside.win32,
      paragraphs([beside.menu, beside.type(FILE_TYPE.extension), beside.listed]),
      beside.all,
    ],
  ])}`
}
