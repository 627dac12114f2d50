import type { Entry } from '../audit/entry.ts'
import { MASK, masked } from '../base/masking.ts'
import { isFinished } from '../contract/finished.ts'
import type { Managed } from '../contract/managed.ts'
import { errorOf, type StepView } from '../contract/status.ts'
import type { AppError } from '../errors/app-error.ts'
import { settingsThatDecide } from '../managed/decides.ts'
import { BUCKET, type Server } from '../network/servers.ts'
import type { Catalogue } from '../texts/catalogue.ts'
import type { ConnectionView } from './view-of-none.ts'

/** What the app runs on. */
export type Computer = {
  readonly version: string
  readonly edition: string
  readonly electron: string
  readonly chromium: string
  readonly node: string
  /** Its name, its version and its processor. */
  readonly system: string
  /** BCP 47. */
  readonly systemLocale: string
}

/** All that the details are made of: of each thing only what is named there gets into them. */
export type SupportFacts = {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly computer: Computer
  /** '' while it is not known. */
  readonly accountId: string
  readonly view: Pick<
    ConnectionView,
    'steps' | 'vault' | 'wipe' | 'signedIn' | 'byHand' | 'managedBy'
  >
  readonly notices: readonly AppError[]
  /** Oldest first; null when the record cannot be read. */
  readonly record: readonly Entry[] | null
  readonly servers: readonly Server[]
  readonly managed: Managed
}

type Words = Catalogue['help']['details']

/** Calls of the record that are told: the last ones, and some that failed before. */
const LAST = 10
const FAILED = 15

/**
 * The details for support: codes, names of operations and numbers of requests, each only in the form
 * that such a thing has, so that no secret can stand in their place. Sentences of AWS, what steps have
 * found and what was typed are left out: they name people, accounts and buckets.
 * `locale` is of the language that is spoken (BCP 47).
 */
export function supportDetails(words: Words, locale: string, facts: SupportFacts): string {
  const lines = [
    words.title,
    ...about(words, locale, facts),
    '',
    ...listed(words.steps, stepLines(words, facts.view.steps), words.noSteps),
    '',
    ...listed(words.errors, errorLines(words, facts), words.none),
    '',
    ...listed(
      words.calls,
      callLines(words, facts.record ?? []),
      facts.record === null ? words.unreadable : words.none,
    ),
    '',
    ...listed(words.hosts, serverLines(words, facts.servers), words.none),
    '',
    ...listed(words.settings, settingsThatDecide(facts.managed).map(nameOf), words.none),
    '',
    words.noSecret,
  ]
  return withoutNames(masked(lines.join('\n')))
}

function about(words: Words, locale: string, { at, computer, accountId, view }: SupportFacts) {
  const { labels, ways } = words
  const { version, edition, electron, chromium, node, system, systemLocale } = computer
  const way = [
    view.byHand ? ways.byHand : view.signedIn ? ways.signedIn : ways.signedOut,
    ...(view.managedBy === 'msp' ? [ways.msp] : []),
  ]
  const rows: readonly (readonly [string, string])[] = [
    [labels.madeAt, moment(at)],
    [labels.version, words.version(version, edition)],
    [labels.runtime, words.runtime(electron, chromium, node)],
    [labels.system, system],
    [labels.language, words.language(locale, systemLocale)],
    [labels.account, accountId === '' ? words.noAccount : words.account(accountId.slice(-4))],
    [labels.way, way.join(', ')],
    [labels.keychain, view.vault.kind],
  ]
  return rows.map(([label, value]) => `${label}: ${value}`)
}

const listed = (title: string, items: readonly string[], none: string): readonly string[] => [
  title,
  ...(items.length === 0 ? [none] : items).map((item) => `- ${item}`),
]

function stepLines(words: Words, steps: readonly StepView[]): readonly string[] {
  const current = steps.find((step) => !isFinished(step))
  return steps.map((step, place) =>
    together([
      words.step(place + 1, nameOf(step.id), statusOf(step)),
      step.earlier ? `earlier: ${step.earlier.kind}` : '',
      step === current ? words.current : '',
    ]),
  )
}

function statusOf({ status }: StepView): string {
  if (status.kind === 'acting' || status.kind === 'pending')
    return `${status.kind} (${status.progress.kind})`
  return status.kind
}

/** The errors that the window shows, each with where it stands. */
function errorLines(words: Words, { view, notices }: SupportFacts): readonly string[] {
  const shown: (readonly [where: string, error: AppError])[] = view.steps.flatMap(
    ({ id, status }) => {
      const error = errorOf(status)
      return error ? [[id, error] as const] : []
    },
  )
  if (view.vault.kind === 'unavailable') shown.push(['keychain', view.vault.error])
  if (view.wipe.kind === 'failed') shown.push(['sign-out', view.wipe.error])
  for (const error of notices) shown.push(['notice', error])
  return shown.map(([where, { code, detail }]) =>
    together([
      `${nameOf(where)}: ${codeOf(code)}`,
      detail?.service ? nameOf(detail.service) : '',
      detail?.operation ? nameOf(detail.operation) : '',
      codeOf(detail?.code ?? ''),
      detail?.httpStatus ? words.http(detail.httpStatus) : '',
      requestOf(words, detail?.requestId ?? ''),
    ]),
  )
}

function callLines(words: Words, record: readonly Entry[]): readonly string[] {
  const calls = record.flatMap((entry) => callLine(words, entry) ?? [])
  const last = calls.slice(-LAST)
  const failed = calls.slice(0, -LAST).filter((call) => call.failed)
  return [...failed.slice(-FAILED), ...last].map(({ line }) => line).toReversed()
}

/** A call, or what the app refused; null for any other entry. */
function callLine(words: Words, entry: Entry): { failed: boolean; line: string } | null {
  const at = moment(Date.parse(entry.at))
  if (entry.kind === 'refused') {
    const { step, action, code } = entry
    return { failed: true, line: `${at} ${nameOf(step)} ${nameOf(action)}: ${codeOf(code)}` }
  }
  if (entry.kind !== 'call') return null
  const { service, operation, error, status, requestId } = entry
  const line = together([
    `${at} ${nameOf(service)} ${nameOf(operation)}: ${error === '' ? words.went : words.failed(codeOf(error))}`,
    status === 0 ? '' : words.http(status),
    requestOf(words, requestId),
  ])
  return { failed: error !== '', line }
}

const serverLines = (words: Words, servers: readonly Server[]): readonly string[] =>
  servers
    .toSorted((one, other) => (one.host < other.host ? -1 : 1))
    .map(
      ({ host, error, at }) =>
        `${hostOf(words, host)}: ${error === null ? words.reached : words.notReached(codeOf(error))} (${moment(at)})`,
    )

const together = (parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('; ')

/** To the second, in UTC: as AWS's support and the record of calls have it. */
function moment(at: number): string {
  if (Number.isNaN(at)) return MASK
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ')
}

/*
 * Each thing has a form, and what has another one is left out: whatever came from outside, a token in
 * the place of a code, say, would not have it.
 */

/** Names of services, operations, steps and actions: short, and of letters. */
const nameOf = (name: string): string => (/^[A-Za-z][A-Za-z0-9-]{0,39}$/.test(name) ? name : MASK)
/** Codes of errors have no digits, but for an HTTP status in the place of one; tokens have. */
const codeOf = (code: string): string =>
  code === '' || /^(?:[A-Za-z_.:-]{1,80}|\d{3})$/.test(code) ? code : MASK
/** A UUID, as most services of AWS and Spot number their requests, or sixteen letters and digits as S3 does. */
const REQUEST_ID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-Z]{16})$/i

function requestOf(words: Words, id: string): string {
  if (id === '') return ''
  return words.requestId(REQUEST_ID.test(id) ? id : MASK)
}

/** Names in several short parts, as those of AWS and Spot. */
const HOST = /^(?:[a-z0-9<>-]{1,30}\.){1,8}[a-z0-9]{1,30}$/

const hostOf = (words: Words, host: string): string =>
  HOST.test(host) ? host.replace(BUCKET, words.aBucket) : MASK

/** Once more over the whole text: no ARN, no email address, and of account numbers the end only. */
function withoutNames(text: string): string {
  return text
    .replaceAll(/\barn:[\w-]+:\S*/g, MASK)
    .replaceAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, MASK)
    .replaceAll(/(?<![\w-])\d{8}(\d{4})(?![\w-])/g, '…$1')
}
