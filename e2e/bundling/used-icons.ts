import type { Plugin } from 'vite'
import { hasText } from './texts.ts'

const ICONS_FILE = /\/@cloudscape-design\/components\/icon\/generated\/icons\.js$/
const ENTRY = /^ {4}"?([\w-]+)"?: React[^]*?(?=^ {4}"?[\w-]+"?: React|^\};)/gm

/**
 * Leaves out of Cloudscape's table of icons those that the window never draws. A build in which a script
 * has the name of one of these as a text of its own fails: it has to be named in `kept`. So does one with a
 * kept icon that is not in the table, or that no script names.
 */
export function usedIcons(kept: readonly string[]): Plugin {
  const leftOut = new Set<string>()
  const inTable = new Set<string>()
  return {
    name: 'used-icons',
    transform: {
      filter: { id: ICONS_FILE },
      handler: (code) => ({
        code: code.replaceAll(ENTRY, (entry, name: string) => {
          inTable.add(name)
          if (kept.includes(name)) return entry
          leftOut.add(name)
          return ''
        }),
        map: null,
      }),
    },
    generateBundle(_options, bundle) {
      const scripts = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' ? file.code : [],
      )
      const missed = [...leftOut].filter((name) => scripts.some((code) => hasText(code, name)))
      if (missed.length > 0)
        this.error(`Icons that may be drawn are left out: ${missed.join(', ')}`)
      const idle = kept.filter(
        (name) => !inTable.has(name) || !scripts.some((code) => hasText(code, name)),
      )
      if (idle.length > 0) this.error(`Icons are kept that nothing draws: ${idle.join(', ')}`)
      if (leftOut.size === 0) this.error('Cloudscape’s table of icons was not found')
    },
  }
}
