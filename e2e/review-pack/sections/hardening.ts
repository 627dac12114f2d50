import { html, type Html } from '../../../electron/documents/html.ts'
import { LOCKED, CONTENT_SECURITY_POLICY } from '../../../electron/shell/confined.ts'
import { ALLOWED } from '../../../electron/start/command-line.ts'
import { REFUSED } from '../../../electron/start/variables.ts'
import { FUSES } from '../../runtime/fuses.ts'
import type { Pack } from '../context.ts'
import { code, heading, lines, paragraphs, points, table } from '../parts.ts'

/** The name of a switch, from the form that a start is held to. */
function switchOf({ source }: RegExp): string {
  const name = /^\^(--[a-z-]+(?:\(-[a-z]+\)\?)?)/.exec(source)?.[1]
  if (name === undefined) throw new Error(`No switch can be read out of ${source}.`)
  return name.replace(/\((-[a-z]+)\)\?/, '[$1]')
}

export function hardening({ words, said }: Pack): Html {
  const { hardening: about } = words
  const meaningOf = (name: string): string => {
    const meaning = about.fuses[name]
    if (meaning === undefined) throw new Error(`Nobody has said what the fuse “${name}” means.`)
    return meaning
  }
  return html`${paragraphs([about.sandbox])} ${heading('fuses', about.fusesTitle)}
  ${paragraphs([about.fusesMeans])}
  ${table(
    'fuses',
    about.fusesHead,
    FUSES.map(({ name, on }) => [code(name), on ? about.on : about.off, meaningOf(name)]),
  )}
  ${heading('window', about.windowTitle)} ${paragraphs([about.windowMeans])}
  ${table(
    'settings',
    about.windowHead,
    Object.entries(LOCKED).map(([name, value]) => [code(name), code(String(value))]),
  )}
  ${heading('csp', about.cspTitle)} ${lines(CONTENT_SECURITY_POLICY.split('; '))}
  ${heading('refused', about.refusedTitle)} ${points(about.refused)}
  ${heading('start', about.startTitle)} ${paragraphs([about.startMeans])}
  ${table(
    'two',
    about.startHead,
    ALLOWED.map(({ form, why }) => [code(switchOf(form)), said(why)]),
  )}
  ${heading('variables', about.variablesTitle)}
  ${table(
    'two',
    about.variablesHead,
    REFUSED.map(({ name, why }) => [code(name), said(why)]),
  )}
  ${paragraphs([about.variablesMeans])}`
}
