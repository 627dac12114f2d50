import type { Status } from '../../electron/contract/status.ts'
import type { Ask } from '../../electron/contract/steps.ts'
import { familyOf, isMarked, isOf, whoCanHelp } from '../../electron/errors/catalogue.ts'
import type { ErrorFamily, WhoCanHelp } from '../../electron/errors/catalogue.ts'
import type { AppError } from '../../electron/errors/app-error.ts'

/** What can be done where a step has stopped. */
export type Way =
  /** Signs in as last time. */
  | 'sign-in-again'
  /** Shows the step of the sign-in, where another way in is chosen. */
  | 'to-sign-in'
  /** Saves the file that asks somebody else to do the step. */
  | 'ask'
  | 'by-hand'
  /** Back to the question of the step. */
  | 'change'
  /** What the form of the step offers, such as a repair. */
  | 'form'
  | 'check'

/** The ways on, the one that helps first; each once. */
export type WaysOn = readonly [Way, ...Way[]]

/** What is true of the place where the step has stopped. */
export type Place = {
  /** A registered connection is looked at again: its account and its plan stay. */
  readonly reopened: boolean
  /** The step is the sign-in itself. */
  readonly isSignIn: boolean
  /** Somebody else can be asked from here. */
  readonly asking: boolean
}

/** Who is not at this computer, and can be asked by a file. */
const ASKED: readonly WhoCanHelp[] = ['aws-administrator', 'it-department']

/** What removes an error of each family: by who can help with it, where that makes the difference. */
const HELPS: Readonly<Record<ErrorFamily, (who: WhoCanHelp) => WaysOn>> = {
  'signed-out': () => ['sign-in-again', 'form', 'check'],
  'access-ended': () => ['to-sign-in', 'form', 'check'],
  'sign-in': () => ['form', 'check'],
  denied: () => ['ask', 'by-hand', 'form', 'change', 'check'],
  found: (who) =>
    ASKED.includes(who) ? ['ask', 'form', 'check', 'change'] : ['form', 'change', 'check'],
  input: () => ['form', 'change', 'check'],
  // The account itself, or a rule of the company's: AWS will say the same again.
  aws: (who) =>
    who === 'aws-administrator' ? ['ask', 'check', 'form', 'change'] : ['check', 'form', 'change'],
  network: () => ['check', 'form', 'change'],
  vault: () => ['check', 'form', 'change'],
  // Nothing in this window changes what the organization has decided; another choice may be allowed.
  policy: () => ['form', 'change', 'check'],
  app: () => ['check', 'form', 'change'],
  cancelled: () => ['check', 'form', 'change'],
}

/** What is offered where a step has stopped, and in which order. */
export function waysOn({ error, ask }: Status & { readonly kind: 'failed' }, place: Place): WaysOn {
  const { reopened, isSignIn, asking } = place
  const isOffered: Readonly<Record<Way, boolean>> = {
    'sign-in-again': !isSignIn || !ask || canSignInAsBefore(ask),
    'to-sign-in': !isSignIn,
    ask: asking,
    'by-hand': !reopened,
    change: !ask,
    form: ask !== undefined,
    check: true,
  }
  const ways = waysFor(error).filter((way) => isOffered[way])
  // Another account, or deleting what failed, comes before asking anybody.
  const formLeads = isOf(error.code, 'found') && ask !== undefined && leads(ask)
  const [first = 'check', ...others] = formLeads
    ? ['form' as const, ...ways.filter((way) => way !== 'form')]
    : ways
  return [first, ...others]
}

const leads = (ask: Ask): boolean =>
  ask.step === 'sign-in' ||
  (ask.step === 'bucket' && (ask.repair !== null || ask.recreatable)) ||
  (ask.step === 'stack' && ask.stage === 'create' && ask.failedStack !== null)

function waysFor(error: AppError): WaysOn {
  // Whatever its family: credentials that AWS takes no more, of a sign-in that may go on.
  if (isMarked(error.code, 'sign-in-again')) return HELPS['signed-out']('you')
  return HELPS[familyOf(error.code)](whoCanHelp(error))
}

/** Whether the form to sign in knows all that it needs, so that nothing has to be entered again. */
function canSignInAsBefore(ask: Ask): boolean {
  if (ask.step !== 'sign-in' || ask.stage !== 'start') return false
  if (ask.way === 'console') return ask.ways.includes('console')
  return ask.way === 'portal' && ask.startUrl !== '' && ask.found === null
}
