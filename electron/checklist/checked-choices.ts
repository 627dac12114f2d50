import path from 'node:path'
import { z } from 'zod'
import { AppFailure, fail } from '../errors/failure.ts'
import { maskedError } from '../errors/masked-error.ts'
import * as rules from './choice-rules.ts'
import type { Allowed } from './choice-rules.ts'
import type { Choices, StateFile, StateFileOnDisk } from './state-file.ts'

/** A saved value that is not used. `value` is what was there, shortened. */
export type Refused = {
  readonly choice: keyof Choices
  readonly part: string
  readonly value: string
}

/** How much of a value is told. */
const TOLD = 80

/** What stands at a path inside a value, as far as it can be shown. */
function partOf(value: unknown, keys: readonly PropertyKey[]): string {
  const found = keys.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  )
  return (JSON.stringify(found) ?? '').slice(0, TOLD)
}

/** Holds values to rules and notes in `refused` those that break theirs. */
function checker(refused: Refused[]) {
  const refuse = (choice: keyof Choices, value: unknown, { issues }: z.ZodError): void => {
    // A part may break several rules, and is one value all the same.
    const parts = new Map(issues.map(({ path: keys }) => [keys.map(String).join('.'), keys]))
    for (const keys of parts.values()) {
      const part = [choice, ...keys].map(String).join('.')
      refused.push({ choice, part, value: partOf(value, keys) })
    }
  }
  const check = <T>(choice: keyof Choices, rule: z.ZodType<T>, value: T, instead: T): T => {
    const parsed = rule.safeParse(value)
    if (parsed.success) return parsed.data
    refuse(choice, value, parsed.error)
    return instead
  }
  return {
    refuse,
    check,
    orNull: <T>(choice: keyof Choices, rule: z.ZodType<T>, value: T | null): T | null =>
      check(choice, rule.nullable(), value, null),
    each: <T>(choice: keyof Choices, rule: z.ZodType<T>, values: readonly T[]): T[] =>
      values.flatMap((value) => {
        const parsed = rule.safeParse(value)
        if (parsed.success) return [parsed.data]
        refuse(choice, value, parsed.error)
        return []
      }),
    text: (choice: keyof Choices, rule: z.ZodType<string>, value: string): string =>
      check(choice, rules.orEmpty(rule), value, ''),
  }
}
type Checker = ReturnType<typeof checker>

/**
 * Saved choices, each held to the rules that it was typed or read under: what somebody wrote into
 * the file must not lead to another host, folder or command than the app itself would have chosen.
 * One that breaks its rule is as if it had never been made, and the others stay.
 */
export function checkedChoices(
  saved: Choices,
  allowed: Allowed,
): { readonly choices: Choices; readonly refused: readonly Refused[] } {
  const refused: Refused[] = []
  const { refuse, check, orNull, each, text } = checker(refused)
  const choices: Choices = {
    plan: check(
      'plan',
      rules.plan.nullable(),
      saved.plan,
      saved.plan && { ...saved.plan, mspAccountId: '' },
    ),
    portal: orNull('portal', rules.portal(allowed), saved.portal),
    refusedRegions: each('refusedRegions', rules.portalRegion(allowed), saved.refusedRegions),
    account: orNull('account', rules.account, saved.account),
    roleName: text('roleName', rules.roleName, saved.roleName),
    way: saved.way,
    profile: text('profile', rules.profileName, saved.profile),
    byHand: saved.byHand,
    label: text('label', rules.label, saved.label),
    handedOver: each('handedOver', rules.request, saved.handedOver),
    typedBucket: orNull('typedBucket', rules.typedBucket, saved.typedBucket),
    askedMsp: orNull('askedMsp', rules.askedMsp, saved.askedMsp),
    mspReport: orNull('mspReport', rules.mspReport, saved.mspReport),
    repaired: orNull('repaired', rules.repaired, saved.repaired),
    ownRole: orNull('ownRole', rules.ownRole, saved.ownRole),
    confirmedManagement: text('confirmedManagement', rules.accountId, saved.confirmedManagement),
    acceptedRoot: text('acceptedRoot', rules.accountId, saved.acceptedRoot),
    acceptedPayers: each('acceptedPayers', rules.acceptedPayer, saved.acceptedPayers),
    begunBucket: orNull('begunBucket', rules.begunBucket, saved.begunBucket),
    created: each('created', rules.created, saved.created),
    report: orNull('report', rules.report, saved.report),
    reportDraft: orNull('reportDraft', rules.reportDraft, saved.reportDraft),
    ownTemplate: orNull('ownTemplate', rules.ownTemplate, saved.ownTemplate),
    approvedTemplate: orNull('approvedTemplate', rules.approvedTemplate, saved.approvedTemplate),
    claimedApproval: orNull('claimedApproval', rules.claimedApproval, saved.claimedApproval),
    provenEarlier: orNull('provenEarlier', rules.provenEarlier, saved.provenEarlier),
    stack: orNull('stack', rules.stack, saved.stack),
    spotBegun: orNull('spotBegun', rules.spotBegun, saved.spotBegun),
    spotOrganizationId: text(
      'spotOrganizationId',
      rules.spotOrganizationId,
      saved.spotOrganizationId,
    ),
    preparedRequest: orNull('preparedRequest', rules.preparedRequest, saved.preparedRequest),
    registered: saved.registered && registered(saved.registered, allowed, refuse),
    disconnected: saved.disconnected && disconnected(saved.disconnected, refuse),
    // Codes and times that nothing is done by; what is not known of them is not shown.
    health: orNull('health', rules.health, saved.health),
  }
  return { choices, refused }
}

/** That an account is registered is never forgotten: it would be registered twice. */
function registered(
  record: NonNullable<Choices['registered']>,
  { summaryFile }: Allowed,
  refuse: Checker['refuse'],
): Choices['registered'] {
  const moved = path.basename(record.summaryFile) === path.basename(summaryFile)
  const isOwn = z.string().refine((file) => file === '' || moved)
  const steps = z.array(z.object({ at: rules.time }))
  const rule = { summaryFile: isOwn, at: rules.time, steps, sent: rules.sent.nullable() }
  const confirmedAt = rules.time.nullable()
  const parsed = z.object({ ...rule, confirmedAt }).safeParse(record)
  if (!parsed.success) refuse('registered', record, parsed.error)
  const sound = <T extends { readonly at: number }>(one: T): T => ({
    ...one,
    at: rules.time.safeParse(one.at).data ?? 0,
  })
  return {
    ...sound(record),
    // A request that says what nobody could have entered is not sent again.
    sent: rules.sent.nullable().safeParse(record.sent).data ?? null,
    confirmedAt: confirmedAt.safeParse(record.confirmedAt).data ?? null,
    summaryFile,
    steps: record.steps.map(sound),
  }
}

/** Nor is that it was taken back: somebody else would be blamed for what is missing. */
function disconnected(
  record: NonNullable<Choices['disconnected']>,
  refuse: Checker['refuse'],
): Choices['disconnected'] {
  const parsed = rules.disconnected.safeParse(record)
  if (parsed.success) return record
  refuse('disconnected', record, parsed.error)
  return { ...record, accountId: '', at: 0, removed: [], left: [], steps: [] }
}

/** A state file whose choices are checked when they are read; `onRefused` is told what is not used. */
export function checkedStateFile(
  file: StateFileOnDisk,
  allowed: Allowed,
  onRefused: (problem: AppFailure) => void,
): StateFile {
  return {
    ...file,
    async load() {
      const loaded = await file.load()
      const { choices, refused } = checkedChoices(loaded.choices, allowed)
      // What is not used is gone with the next save: somebody may have to look at it.
      if (refused.length > 0) onRefused(notUnderstood(refused, await file.keepCopy()))
      return { ...loaded, choices }
    },
  }
}

/** More would only fill the window: the file has them all. */
const NAMED = 10

function notUnderstood(refused: readonly Refused[], file: string): AppFailure {
  const ids = [...new Set(refused.map(({ choice }) => choice))].join(',')
  const named = refused.slice(0, NAMED).map(({ part, value }) => `${part}: ${value}`)
  const more = refused.length > NAMED ? [`and ${refused.length - NAMED} more`] : []
  const message = [...named, ...more].join('; ')
  const { error } = fail('choices-not-understood', { choices: ids, file }, { detail: { message } })
  return new AppFailure(maskedError(error))
}
