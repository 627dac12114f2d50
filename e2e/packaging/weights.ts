import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** Bytes on the disk of what is not Electron's own in a package. */
export type Weights = {
  /** What runs: the archive, and the native module beside it. */
  readonly app: number
  /** What people read, and the app only opens: bill of materials, licences, review pack, policies, templates. */
  readonly papers: number
}

/** kB that each may weigh. Whoever makes something smaller lowers the number, and whoever needs more says here why. */
export const LIMITS: Weights = {
  app: 4000,
  /** Of which some 3300 are the review pack's PDFs in two languages, and 700 its pictures. */
  papers: 5500,
}

/** Where the packager puts them, below an unpacked directory for Linux. */
const PAPERS = path.join('resources', 'resources')

function bytesBelow(folder: string, isCounted: (file: string) => boolean): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .filter(isCounted)
    .reduce((sum, file) => sum + statSync(file).size, 0)
}

/** What the app and its papers weigh in an unpacked directory. */
export function weightsOf(folder: string): Weights {
  const papers = path.join(folder, PAPERS)
  const isPaper = (file: string): boolean => file.startsWith(papers + path.sep)
  const resources = path.join(folder, 'resources')
  return {
    app: bytesBelow(resources, (file) => !isPaper(file)),
    papers: bytesBelow(resources, isPaper),
  }
}

/** Throws naming what weighs more than it may; else says what each weighs. */
export function assertWeights(folder: string): string {
  const weights = weightsOf(folder)
  const told = (['app', 'papers'] as const).map((what) => {
    const kilobytes = Math.ceil(weights[what] / 1000)
    if (kilobytes > LIMITS[what])
      throw new Error(`The ${what} in ${folder} weigh ${kilobytes} kB, and may ${LIMITS[what]}.`)
    return `${what} ${kilobytes} kB of ${LIMITS[what]}`
  })
  return told.join(', ')
}
