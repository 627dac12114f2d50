import { type SettingId, SETTINGS } from '../../electron/managed/settings.ts'
import { makePolicyFolder } from '../journeys/policy-folder.ts'
import { stagesOn } from '../journeys/stage.ts'
import { drawn } from '../load/sample.ts'
import type { Display } from '../runtime/display.ts'
import { ALWAYS } from './always.ts'
import { APP_ROWS } from './app-rows.ts'
import type { At } from './at.ts'
import { playInvalid, playUnreadable } from './locked.ts'
import { NETWORK_ROWS } from './network-rows.ts'
import type { Row } from './row.ts'
import { SET_UP_ROWS } from './set-up-rows.ts'
import { SIGN_IN_ROWS } from './sign-in-rows.ts'
import { UNREADABLE } from './unreadable.ts'
import { WRONG } from './values.ts'

const KINDS = ['allowed', 'forbidden', 'invalid', 'unreadable'] as const

/** One row: a setting, and what an organization has made of it. */
export type Cell = {
  readonly setting: SettingId
  readonly kind: (typeof KINDS)[number]
  /** Which part of it, which value, or what is wrong with the file. */
  readonly what: string
  readonly play: (at: At) => Promise<void>
}

/** The compiler names a setting that has no row. */
const ROWS: Readonly<Record<SettingId, readonly [Row, ...Row[]]>> = {
  ...SIGN_IN_ROWS,
  ...NETWORK_ROWS,
  ...SET_UP_ROWS,
  ...APP_ROWS,
}

const isSetting = (id: string): id is SettingId => Object.hasOwn(SETTINGS, id)

function cellsOf(setting: SettingId): Cell[] {
  const { beside, ofOtherType, outOfBounds } = WRONG[setting]
  const settings = { ...beside, [setting]: SETTINGS[setting].example }
  const wrong = (what: string, values: readonly unknown[]): Cell[] =>
    values.map((value) => ({
      setting,
      kind: 'invalid',
      what: `${what}: ${shortened(JSON.stringify(value))}`,
      play: (at) => playInvalid(at, setting, value),
    }))
  return [
    ...(['allowed', 'forbidden'] as const).flatMap((kind) =>
      ROWS[setting].map(({ what = '', [kind]: play }): Cell => ({ setting, kind, what, play })),
    ),
    ...wrong('another type', ofOtherType),
    ...wrong('out of bounds', outOfBounds),
    ...UNREADABLE.map((way): Cell => ({
      setting,
      kind: 'unreadable',
      what: `a file ${way.what}`,
      play: (at) => playUnreadable(at, settings, way),
    })),
  ]
}

const LONGEST = 40
const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text

/** Every setting of the definition, in every way. */
export const CELLS: readonly Cell[] = Object.keys(SETTINGS).filter(isSetting).flatMap(cellsOf)

export const nameOf = ({ setting, kind, what }: Cell): string =>
  [setting, kind, what].filter(Boolean).join('  ')

/** Plays one row on a display; resolves what is wrong. */
export async function playCell({ play }: Cell, display: Display): Promise<string[]> {
  const policy = await makePolicyFolder()
  const endings: (() => Promise<void>)[] = [policy.remove]
  const problems: string[] = []
  const note = (error: unknown): void =>
    void problems.push(error instanceof Error ? error.message : String(error))
  await play({ stage: stagesOn(display, endings), policy, endings }).catch(note)
  for (const end of endings.toReversed()) await end().catch(note)
  return problems
}

/** What is played every time: in the window, what no other test tries. */
export const SAMPLE = CELLS.filter(
  ({ setting, kind }) => ALWAYS.includes(setting) && (kind === 'allowed' || kind === 'forbidden'),
)

/** How many of each kind are drawn each day. */
const DRAWN = 2

/** The rows that a seed draws, of every kind some; none of them is played every time. */
export const drawnBy = (seed: number): Cell[] =>
  KINDS.flatMap((kind) =>
    drawn(
      CELLS.filter((cell) => cell.kind === kind && !SAMPLE.includes(cell)),
      DRAWN,
      seed,
      nameOf,
    ),
  )
