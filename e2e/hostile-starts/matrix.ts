import { drawn } from '../load/sample.ts'
import type { Display } from '../runtime/display.ts'
import { trySignIn } from './accepted.ts'
import {
  ALLOWED_WORDS,
  FORMS,
  HELPERS,
  IDLE_VARIABLES,
  NAMES,
  REFUSED_VARIABLES,
  SWITCHES,
  WORDS,
} from './attempts.ts'
import type { Installed } from './installed.ts'
import { type Attempt, tryHelper, tryRefused } from './refused.ts'

export type Cell = Attempt & { readonly ends: 'refused' | 'signed in' | 'helps' }

const APP = 'eco-connect'
const switches = Object.values(SWITCHES).flat()

const refused = (attempt: Partial<Attempt>): Cell => ({
  name: APP,
  words: [],
  variables: {},
  ...attempt,
  ends: 'refused',
})
const signedIn = (attempt: Partial<Attempt>): Cell => ({ ...refused(attempt), ends: 'signed in' })

/** Every name with the switches that would do most under it, had it turned the program into another. */
const underOtherNames = NAMES.flatMap((name) =>
  ['--remote-debugging-port=0', '--inspect=0', '-e=process.exit(7)', '{folder}'].map((word) =>
    refused({ name, words: [word] }),
  ),
)

/** All attempts: switches, their other forms, words, variables and names, alone and together. */
export const CELLS: readonly Cell[] = [
  ...switches.map((word) => refused({ words: [word] })),
  ...FORMS.flatMap((form) =>
    switches.filter((word) => /^--\w/.test(word)).map((word) => refused({ words: [form(word)] })),
  ),
  ...WORDS.map((words) => refused({ words })),
  ...switches.slice(0, 5).map((word) => refused({ words: ['--lang=de', word, '--disable-gpu'] })),
  ...Object.entries(REFUSED_VARIABLES).map(([name, value]) =>
    refused({ variables: { [name]: value } }),
  ),
  refused({ words: ['--lang=de'], variables: { SSLKEYLOGFILE: '{sink}' } }),
  ...Object.entries(REFUSED_VARIABLES).flatMap(([name, value]) =>
    ['--log-net-log={sink}', '--remote-debugging-port=0'].map((word) =>
      refused({ words: [word], variables: { ...IDLE_VARIABLES, [name]: value } }),
    ),
  ),
  ...underOtherNames,
  ...HELPERS.map((type) => ({ ...refused({ words: [`--type=${type}`] }), ends: 'helps' as const })),
  ...ALLOWED_WORDS.map((words) => signedIn({ words })),
  ...Object.entries(IDLE_VARIABLES).map(([name, value]) =>
    signedIn({ variables: { [name]: value } }),
  ),
  signedIn({ variables: IDLE_VARIABLES }),
  ...NAMES.map((name) => signedIn({ name, variables: IDLE_VARIABLES })),
]

/** Few that stand for all, for where time is short: each kind once. */
export const SAMPLE: readonly Cell[] = [
  ...[
    '--host-resolver-rules=MAP * 127.0.0.1:{port}',
    '--log-net-log={sink}',
    '--js-flags=--prof --logfile={sink}',
    '--remote-debugging-port=0',
    '--renderer-cmd-prefix={program}',
    '--ignore-certificate-errors',
  ].map((word) => refused({ words: [word] })),
  refused({ words: [' --remote-debugging-port=0'] }),
  refused({ words: ['{folder}'] }),
  refused({ variables: { SSLKEYLOGFILE: '{sink}' } }),
  refused({ variables: { ELECTRON_DISABLE_SANDBOX: '1' } }),
  refused({ name: 'electron', words: ['{folder}'] }),
  signedIn({ words: ['--lang=de', '--disable-gpu'] }),
  signedIn({ name: 'electron', variables: IDLE_VARIABLES }),
]

/** How many others are drawn each day. */
const DRAWN = 2

/** The attempts that a seed draws, none of which is tried every time. */
export const drawnBy = (seed: number): Cell[] => {
  const always = new Set(SAMPLE.map(typed))
  const others = CELLS.filter((cell) => !always.has(typed(cell)))
  return drawn(others, DRAWN, seed, typed)
}

const TRY = { refused: tryRefused, 'signed in': trySignIn, helps: tryHelper } as const

export function tryCell(installed: Installed, display: Display, cell: Cell): Promise<string[]> {
  return TRY[cell.ends](installed, display, cell)
}

/** The attempt as somebody would type it. */
export function typed({ name, words, variables }: Attempt): string {
  const set = Object.entries(variables)
  const shown = set.length > 3 ? [`(${set.length} variables)`] : set.map((pair) => pair.join('='))
  return [
    ...shown,
    name,
    ...words.map((word) => (/^[\w=:/{}*.,-]+$/.test(word) ? word : `'${word}'`)),
  ].join(' ')
}
