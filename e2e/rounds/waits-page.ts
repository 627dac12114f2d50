import {
  ATTEMPTS,
  callsPerHour,
  PUT_OFF_AT_MOST,
  SENT_AT_MOST,
  SLOWEST_MS,
  WAITS,
  type Wait,
  type WaitId,
} from '../../electron/base/waits.ts'

/** In the order of the page; `waits.test.ts` holds it to the table. */
export const WAIT_IDS: readonly WaitId[] = [
  'sign-in-browser',
  'sign-in-code',
  'stack',
  'stack-taken-back',
  'stack-deletion',
  'role-visible',
  'delivery',
  'msp',
  'asked',
  'analysis',
  'looks',
]

/** What is waited for, whom the app asks meanwhile, and what the look is. */
const WORDS: Readonly<Record<WaitId, readonly [waits: string, asks: string]>> = {
  'sign-in-browser': ['The person signs in in the browser', 'nobody: the browser comes back'],
  'sign-in-code': [
    'The person signs in elsewhere with a code',
    'AWS; less often, and seen later, if it says so',
  ],
  stack: ['AWS is at work on the stack', 'CloudFormation: the history of the stack'],
  'stack-taken-back': ['AWS takes back a stack that it refused', 'CloudFormation'],
  'stack-deletion': ['AWS deletes the stack', 'CloudFormation: the stack'],
  'role-visible': ['A new role is not visible yet', 'CloudFormation and IAM'],
  delivery: ['AWS delivers the report', 'the report’s definition and the bucket’s settings'],
  msp: ['The MSP was asked for the report', 'stacks and reports of the account'],
  asked: ['Somebody else was asked to do a step', 'what the step reads'],
  analysis: ['Spot’s first analysis, and its answer', 'nobody: the app reminds by its own clock'],
  looks: ['Nothing: the person reads', 'nobody: a look is made once after a sign-in'],
}

const SECOND = 1000
const MINUTE = 60 * SECOND

function time(ms: number): string {
  return ms < MINUTE ? `${ms / SECOND} s` : `${ms / MINUTE} min`
}

const rowOf = (id: WaitId): readonly string[] => {
  const wait: Wait = WAITS[id]
  const [waits, asks] = WORDS[id]
  const { everyMs, calls, lastsMs } = wait
  return [
    waits,
    asks,
    everyMs === null ? 'never' : `${calls} in ${time(everyMs)}`,
    String(callsPerHour(wait)),
    everyMs === null ? 'by itself' : time(everyMs),
    lastsMs === null ? 'as long as the app is open' : `${time(lastsMs)} at most`,
  ]
}

const HEAD = ['What is waited for', 'Who is asked', 'Calls', 'In an hour', 'Seen late', 'How long']

/** A table as the formatter leaves it. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const line = (cells: readonly string[], fill: string): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`
  const [head = [], ...body] = rows
  const rule = line(
    HEAD.map(() => ''),
    '-',
  )
  return [line(head, ' '), rule, ...body.map((row) => line(row, ' '))].join('\n')
}

const listed = (seconds: readonly number[]): string => seconds.join(', ')

/** `resources/security/waits.md`, from the table that the app takes its intervals from. */
export function waitsPage(): string {
  return `# How often the app asks while it waits

For whoever counts calls in CloudTrail. The app takes its intervals from this table
(\`electron/base/waits.ts\`), and \`e2e/rounds/waits.test.ts\` counts the calls of an hour of each wait and
writes this page. The numbers are the most that comes about, for one connection; answers with several
pages take a call for each. Beside them, a call or two in an hour renew what a sign-in gives. A hidden or
minimised window changes nothing. A computer that slept looks once at each thing within ten seconds of
waking, and not for the looks that it missed. Nothing is asked while the app is closed.

${tableOf([HEAD, ...WAIT_IDS.map(rowOf)])}

A window that comes to the front looks at once at what others were asked, once in ten seconds at most.

Where AWS says that a look at a stack was one too many, the time between two doubles, up to
${time(SLOWEST_MS)}, and varies by chance; after ${PUT_OFF_AT_MOST} such looks in a row it is told. Any other call to AWS is sent ${SENT_AT_MOST} times at most, and the SDK
waits longer each time. What somebody puts off is asked again after these seconds, and then told: AWS’s
sign-in services ${listed(ATTEMPTS['sign-in-busy'])}; Spot ${listed(ATTEMPTS['spot-busy'])}; Spot that does not see the role yet ${listed(ATTEMPTS['spot-role'])}.
`
}
