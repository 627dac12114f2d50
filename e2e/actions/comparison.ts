import { ACTING, REVEALING } from '../../electron/aws/iam/action-reasons.ts'
import { actionData } from '../../electron/aws/iam/known-actions.ts'
import { classOfAction, onlyReads } from '../../electron/aws/iam/policy-actions.ts'
import { isRead, type Level, type Published } from './published.ts'

const LEVELS: readonly Level[] = [
  'Read',
  'List',
  'Write',
  'Tagging, Write',
  'Permissions management, Write',
]
const CLASSES = ['reads', 'reveals', 'writes', 'not-known'] as const

export type Comparison = {
  readonly actions: number
  /** How many actions of each of AWS's levels the app shows as what. */
  readonly counts: readonly (readonly [Level, readonly number[]])[]
  /** What AWS calls a write, and the app shows as reading. */
  readonly readingThatWrite: readonly string[]
  /** What AWS calls a read, and the app shows as something else without a reason. */
  readonly withoutReason: readonly string[]
  /** Reasons for what AWS does not know, or calls a write itself. */
  readonly idleReasons: readonly string[]
  /** What AWS knows and the app does not. */
  readonly unknown: readonly string[]
}

const REASONS: Readonly<Record<string, string>> = { ...REVEALING, ...ACTING }

/** What the app shows of every action, beside what AWS calls it. */
export function compare({ actions }: Published): Comparison {
  const shown = actions.map(({ service, name, level }) => {
    const action = `${service}:${name}`
    return { action, level, reads: onlyReads(action), may: classOfAction(action, ['*']) }
  })
  const namesOf = (those: typeof shown): string[] => those.map(({ action }) => action)
  const byAws = new Set(namesOf(shown.filter(({ level }) => isRead(level))))
  return {
    actions: shown.length,
    counts: LEVELS.map((level) => [
      level,
      CLASSES.map((one) => shown.filter((its) => its.level === level && its.may === one).length),
    ]),
    readingThatWrite: namesOf(
      shown.filter(({ level, reads, may }) => !isRead(level) && (reads || may !== 'writes')),
    ),
    withoutReason: namesOf(
      shown.filter(({ action, level, reads }) => isRead(level) && !reads && !REASONS[action]),
    ),
    idleReasons: Object.keys(REASONS).filter((action) => !byAws.has(action)),
    unknown: namesOf(shown.filter(({ may }) => may === 'not-known')),
  }
}

/** Whether AWS's word and the app's are the same but for what has a reason. */
export const isClean = (found: Comparison): boolean =>
  [found.readingThatWrite, found.withoutReason, found.idleReasons, found.unknown].flat().length ===
  0

const listed = (title: string, actions: readonly string[]): string[] =>
  actions.length === 0 ? [] : ['', `${title}:`, ...actions.map((action) => `  ${action}`)]

const reasons = (title: string, why: Readonly<Record<string, string>>): string[] => [
  '',
  `${title}: ${Object.keys(why).length}`,
  ...Object.entries(why).map(([action, reason]) => `  ${action}: ${reason}`),
]

/** The comparison to be read; its last line is the verdict. */
export function printed(found: Comparison): string {
  const row = (cells: readonly (string | number)[]): string =>
    cells
      .map((cell, at) => (at === 0 ? String(cell).padEnd(32) : String(cell).padStart(11)))
      .join('')
  return [
    `AWS’s Service Authorization Reference, data of ${actionData().date} (version ${actionData().version}).`,
    '',
    row(['AWS calls it', ...CLASSES]),
    ...found.counts.map(([level, counts]) => row([level, ...counts])),
    ...reasons('Shown as revealing secrets, which AWS calls Read or List', REVEALING),
    ...reasons('Shown as writing, which AWS calls Read or List', ACTING),
    ...listed('Shown as reading, which AWS calls a write', found.readingThatWrite),
    ...listed('Not shown as reading, without a reason', found.withoutReason),
    ...listed('Reasons for what AWS does not call a read', found.idleReasons),
    ...listed('Not known to the app', found.unknown),
    '',
    `${found.actions} actions, ${found.readingThatWrite.length} shown as reading that write, ${found.withoutReason.length} shown as writing without a reason`,
    '',
  ].join('\n')
}
