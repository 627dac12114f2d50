import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { LANGUAGE_IDS } from '../../electron/contract/language.ts'

/** Bytes of a build's window as they are sent where they are compressed: gzip, level 9. */
export type BuiltSizes = {
  /** Every script but those with words. */
  readonly code: number
  /** The words of the language that has most. */
  readonly words: number
  /** The style sheets without the fonts in them. */
  readonly styles: number
}

const gzipped = (text: string): number => gzipSync(text, { level: 9 }).byteLength
const sum = (sizes: readonly number[]): number => sizes.reduce((total, one) => total + one, 0)

/** A style sheet without what is embedded in it as a font. */
export const withoutFonts = (css: string): string =>
  css.replaceAll(/url\((["']?)data:font\/[^)]*\1\)/g, 'url()')

/** A file's name without the mark of its content: `mount-DNFC-o3L.js` is `mount.js`. */
export const plainName = (file: string): string => file.replace(/-[\w-]{8}(\.\w+)$/, '$1')

const isWords = (file: string): boolean =>
  LANGUAGE_IDS.some((language) => plainName(file) === `${language}.js`)

/** The sizes of the window's files in `<app>/dist/renderer/assets`, which have to be built. */
export function builtSizes(app: string): BuiltSizes {
  const folder = path.join(app, 'dist', 'renderer', 'assets')
  const files = readdirSync(folder).map((name) => ({
    name,
    text: () => readFileSync(path.join(folder, name), 'utf8'),
  }))
  const scripts = files.filter(({ name }) => name.endsWith('.js'))
  const sheets = files.filter(({ name }) => name.endsWith('.css'))
  const [words, code] = [true, false].map((wanted) =>
    scripts.filter(({ name }) => isWords(name) === wanted).map(({ text }) => gzipped(text())),
  )
  return {
    code: sum(code ?? []),
    words: Math.max(...(words ?? [])),
    styles: sum(sheets.map(({ text }) => gzipped(withoutFonts(text())))),
  }
}
