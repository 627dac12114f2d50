import process from 'node:process'
import { packageShipped } from '../../packaging/shipped.ts'
import { LIMITS, weightsOf } from '../../packaging/weights.ts'
import { builtSizes } from '../built.ts'
import { counted } from '../figures.ts'
import type { Row } from '../row.ts'

/**
 * What is downloaded and loaded: all scripts that a person with one language can come to load, whenever that
 * is (of the languages the largest; further ones are loaded when chosen); all styles. The same build has the
 * same sizes: there are no pairs.
 */
export const sizes: Row = {
  id: 'sizes',
  title: 'scripts, styles and package',
  pairs: 0,
  applies: process.platform === 'linux',
  async measure({ apps }) {
    const { code, words, styles } = builtSizes(apps.ours)
    const packaged = weightsOf(await packageShipped())
    const file = { unit: 'kB', goal: null, limit: '' } as const
    return [
      counted(
        { ...file, what: 'scripts, one language, gzip', goal: 250, limit: SCRIPTS },
        (code + words) / 1000,
      ),
      counted(
        { ...file, what: 'these without their words', goal: 250, limit: SCRIPTS },
        code / 1000,
      ),
      counted(
        { ...file, what: 'styles beside fonts, gzip', goal: 60, limit: STYLES },
        styles / 1000,
      ),
      counted(
        { ...file, what: 'app in the package', goal: LIMITS.app, limit: APP },
        packaged.app / 1000,
      ),
      counted(
        { ...file, what: 'papers in it, without PDFs', goal: LIMITS.papers, limit: PAPERS },
        packaged.papers / 1000,
      ),
    ]
  },
}

const SCRIPTS =
  'React, the components in use, and every sentence that a person may come to read, help and documents included.'
const STYLES = 'The components’ own styles, with a class for each state of each part.'
const APP =
  'Code and words lie in it twice, for each of the two processes, and those of the main process are not compressed.'
const PAPERS =
  'What a reviewer reads offline: licences of all parts, the bill of materials, the review pack and the guide with pictures.'
