import fc from 'fast-check'
import type { Command } from '../contract/commands.ts'
import { STEP_IDS, type StepId } from '../contract/steps.ts'

type Name<C> = C extends Command ? `${C['step']} ${C['action']}` : never
/** The longest text, the words to choose from, a switch, or texts by the names of parameters. */
type Member = number | readonly string[] | 'switch' | 'texts'
type Shape = Readonly<Record<string, Member>>

const draft = { reportName: 2048, bucketName: 2048, prefix: 2048, bucketIsNew: 'switch' } as const
const PAPER = { paper: ['plan', 'record', 'calls'] } as const
/** What every step takes. */
const COMMON = {
  check: {},
  cancel: {},
  'hand-over': { language: 35 },
  'hand-over-all': { language: 35 },
  'show-file': {},
  'write-email': { language: 35 },
  'take-back': {},
} as const satisfies Readonly<Record<string, Shape>>
type Common = `${StepId} ${keyof typeof COMMON}`

/** Every other command by its members, written down a second time, not taken from the schema. */
const SHAPES: Readonly<Record<Exclude<Name<Command>, Common>, Shape>> = {
  'plan change': {},
  'sign-in change': {},
  'cost-report change': {},
  'template change': {},
  'stack change': {},
  'plan choose': { managedBy: ['us', 'msp'], mspAccountId: 2048 },
  'sign-in start': { startUrl: 2048, region: 2048, method: ['browser', 'device'] },
  'sign-in start-anyway': { startUrl: 2048, region: 2048, method: ['browser', 'device'] },
  'sign-in start-console': { method: ['browser', 'device'] },
  'sign-in enter-code': { code: 20_000 },
  'sign-in leave-code': {},
  'sign-in accept-root': {},
  'sign-in other-portal': {},
  'sign-in copy-link': {},
  'sign-in open-link': {},
  'sign-in other-account': {},
  'sign-in sign-out': {},
  'sign-in sign-in-again': {},
  'sign-in confirm-management': {},
  'sign-in accept-payer': { payers: 2048 },
  'sign-in email-question': {},
  'sign-in look-for-profiles': {},
  'sign-in choose-folder': {},
  'sign-in usual-folder': {},
  'sign-in by-hand': {},
  'sign-in leave-by-hand': {},
  'sign-in choose-account': { accountId: 2048 },
  'sign-in seek-account': { sought: 2048 },
  'sign-in read-rest': {},
  'sign-in choose-role': { roleName: 2048 },
  'sign-in use-keys': {
    block: 20_000,
    accessKeyId: 2048,
    secretAccessKey: 2048,
    sessionToken: 20_000,
  },
  'sign-in use-profile': { profile: 2048 },
  'sign-in by-hand-account': { accountId: 2048 },
  'cost-report reuse': { reportName: 2048 },
  'cost-report preview': draft,
  'cost-report create': { reviewed: 2048, ...draft },
  'cost-report remove-bucket': { bucketName: 2048 },
  'cost-report use-bucket': { bucketName: 2048, prefix: 2048 },
  'cost-report answer': { bucketName: 2048, prefix: 2048, mspAccountId: 2048 },
  'cost-report copy-request': { language: 35 },
  'cost-report email-request': { language: 35 },
  'cost-report confirm-request-sent': {},
  'bucket repair': { reviewed: 2048 },
  'bucket recreate': {},
  'bucket read-file': {},
  'template approve': { sha256: 2048 },
  'template open-file': {},
  'template use-built-in': {},
  'template save-file': {},
  'stack create': {
    acknowledged: 'switch',
    stackName: 2048,
    roleName: 2048,
    policyName: 2048,
    externalId: 2048,
    bucketName: 2048,
    withoutExternalId: 'switch',
    values: 'texts',
  },
  'stack delete-failed': {},
  'stack adopt': { stackId: 2048 },
  'stack use-role': { roleArn: 2048, externalId: 2048 },
  'registration connect': { token: 20_000 },
  'registration send': { spotAccountId: 2048 },
  'registration support-details': { spotOrganizationId: 2048 },
  'registration check-token': {},
  'registration forget-token': {},
  'registration open-spot': {},
  'registration confirm-done': {},
  'registration copy-request': { spotOrganizationId: 2048 },
  'registration email-request': { spotOrganizationId: 2048 },
  'registration confirm-request-sent': {},
  'erasure ask': {},
  'erasure close': {},
  'erasure again': {},
  'erasure quit': {},
  'erasure start': { typed: 2048 },
  'help open': { topic: ['', 'guide/journey', 'guide/support', 'step/stack', 'term/arn'] },
  'help close': {},
  'help show-details': {},
  'help copy-details': {},
  'connections add': {},
  'connections overview': {},
  'connections close-overview': {},
  'connections save-page': {},
  'connections save-table': {},
  'connections select': { id: 2048 },
  'connections remove': { id: 2048 },
  'connections rename': { id: 2048, name: 80 },
  'disconnect list': {},
  'disconnect close': {},
  'disconnect copy-request': {},
  'disconnect email-request': {},
  'disconnect connect-again': {},
  'disconnect remove': {
    item: ['stack', 'report', 'bucket'],
    name: 2048,
    withObjects: 'switch',
  },
  'support copy-request': {},
  'support email-request': {},
  'support confirm-connected': {},
  'support not-connected': {},
  'support role-given': { roleArn: 2048 },
  'vault retry': {},
  'vault session-only': {},
  'vault forget': {},
  'app copy': { text: 100_000 },
  'app open': { link: 2048 },
  'app speak': { language: 2048 },
  'app enter-proxy-password': {},
  'app open-summary': {},
  'app wipe': {},
  'app reopen': {},
  'app look-anew': {},
  'app close': {},
  'app save-answer': {},
  'paper open': PAPER,
  'paper save-pdf': PAPER,
  'paper save-page': PAPER,
  'paper print': PAPER,
  'paper save-table': PAPER,
  'paper save-lines': PAPER,
  'app save-reminder': {},
  'file use': { id: 2048 },
  'file close': {},
}
const shapes = new Map<string, Shape>([
  ...Object.entries(SHAPES),
  ...STEP_IDS.flatMap((step) =>
    Object.entries(COMMON).map(([action, shape]): [string, Shape] => [`${step} ${action}`, shape]),
  ),
])
const shapeOf = (name: string): Shape | undefined => shapes.get(name)
/** Every command as `step action`. */
export const NAMES: readonly string[] = [...shapes.keys()]

/** Whether a value is a command, by the table above alone. */
export function isCommand(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  const members = new Map(Object.entries(value))
  if (Reflect.ownKeys(value).length !== members.size) return false
  const step: unknown = members.get('step')
  const action: unknown = members.get('action')
  if (typeof step !== 'string' || typeof action !== 'string') return false
  const shape = shapeOf(`${step} ${action}`)
  if (!shape || members.size !== Object.keys(shape).length + 2) return false
  return Object.entries(shape).every(([name, member]) => fits(members.get(name), member))
}

function fits(value: unknown, member: Member): boolean {
  if (member === 'switch') return typeof value === 'boolean'
  if (member === 'texts') return isTexts(value)
  if (typeof value !== 'string') return false
  return typeof member === 'number' ? value.length <= member : member.includes(value)
}

function isTexts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Object.getPrototypeOf(value) !== Object.prototype) return false
  const members = Object.entries(value)
  if (Reflect.ownKeys(value).length !== members.length || members.length > 200) return false
  return members.every(
    ([key, text]) =>
      /^[A-Za-z0-9]{1,255}$/.test(key) && typeof text === 'string' && text.length <= 4096,
  )
}

/** The same payloads in every run. */
export const seed = 20_260_101
/** Generated once and picked from: generating is what takes the time. */
const pool = <T>(arbitrary: fc.Arbitrary<T>): readonly T[] =>
  fc.sample(arbitrary, { numRuns: 1000, seed })
const EVIL_TEXTS = ['__proto__', 'constructor', '../../etc/passwd', '\0', '${7*7}', '<script>']
const strings = pool(
  fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom(...EVIL_TEXTS)),
)

/** Texts of all kinds, and such that are a little and much too long. */
const textUpTo = (limit: number) =>
  fc.constantFrom(
    ...strings,
    ...Array.from({ length: 250 }, (_, index) => 'x'.repeat(limit - 2 + (index % 5))),
    'x'.repeat(limit * 20),
  )
const parameterName = fc.constantFrom('CostCenter', 'A', 'x'.repeat(255), 'no name', '__proto__')
const valueFor = (member: Member): fc.Arbitrary<unknown> => {
  if (member === 'switch') return fc.boolean()
  if (member === 'texts') return fc.dictionary(parameterName, textUpTo(4096), { maxKeys: 5 })
  return typeof member === 'number' ? textUpTo(member) : fc.constantFrom(...member)
}
const wellFormed = (name: string): fc.Arbitrary<Record<string, unknown>> => {
  const [step = '', action = ''] = name.split(' ')
  const members = Object.entries(shapeOf(name) ?? {})
  return fc.record({
    step: fc.constant(step),
    action: fc.constant(action),
    ...Object.fromEntries(members.map(([member, kind]) => [member, valueFor(kind)])),
  })
}
const oddities = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withNullPrototype: true,
    withSparseArray: true,
    withBoxedValues: true,
    withObjectString: true,
    maxDepth: 3,
  }),
  fc.constantFrom<unknown>(undefined, null, NaN, -0, Infinity, 1n, Symbol('s'), () => 'x', /x/, []),
)
const odd = fc.constantFrom(...pool(oddities))
const json = fc.constantFrom(...pool(fc.jsonValue()))
const EVIL_NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'then', 'toJSON', 'length']
const name = fc.constantFrom(...EVIL_NAMES, 'step', 'id', ...strings.slice(0, 20))

type Mutation = (command: Record<string, unknown>) => unknown
/** As `JSON.parse` does: also `__proto__` becomes a member. */
const withMember = (command: object, member: PropertyKey, value: unknown): object =>
  Object.defineProperty({ ...command }, member, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  })
const picked = (command: object, position: number): string => {
  const names = Object.keys(command)
  return names[position % names.length] ?? 'step'
}
class Disguise {
  readonly disguised = true
}
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(name, odd).map(
    ([member, value]): Mutation =>
      (c) =>
        withMember(c, member, value),
  ),
  fc.tuple(fc.nat(20), odd).map(
    ([position, value]): Mutation =>
      (c) =>
        withMember(c, picked(c, position), value),
  ),
  fc.nat(20).map((position): Mutation => (command) => {
    const left = picked(command, position)
    return Object.fromEntries(Object.entries(command).filter(([member]) => member !== left))
  }),
  fc.constantFrom(...NAMES).map((other): Mutation => (command) => {
    const [step, action] = other.split(' ')
    return { ...command, step, action }
  }),
  fc.constantFrom<Mutation>(
    (command) => [command],
    (command) => JSON.stringify(command),
    (command) => Object.assign([], command),
    (command) => Object.assign(new Map(), command),
    (command) => Object.assign(new Date(0), command),
    (command) => Object.assign(new Disguise(), command),
    (command) => () => command,
    (command) => Object.create(command),
    (command) => Object.assign(Object.create(null), command),
    (command) => Object.assign(Object.create({ extra: 1 }), command),
    (command) => withMember(command, Symbol('hidden'), 1),
    (command) => Object.defineProperty({ ...command }, 'hidden', { value: 1 }),
    (command) => ({ ...command, step: new String(command['step']) }),
    (command) => ({ ...command, action: [command['action']] }),
    (command) => ({ ...command, step: String(command['step']).toUpperCase() }),
    (command) => ({ ...command, action: `${String(command['action'])} ` }),
    (command) => {
      const cyclic: Record<string, unknown> = { ...command }
      cyclic['self'] = cyclic
      return cyclic
    },
    (command) => {
      const cyclic: Record<string, unknown> = { ...command }
      cyclic[picked(command, 2)] = cyclic
      return cyclic
    },
  ),
)
/** Payloads made after one command: itself, spoiled in many ways, and anything at all. */
export const payloadAfter = (command: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.tuple(wellFormed(command), mutation).map(([c, m]) => m(c)) },
    { weight: 2, arbitrary: wellFormed(command) },
    { weight: 1, arbitrary: odd },
    { weight: 1, arbitrary: json },
  )
