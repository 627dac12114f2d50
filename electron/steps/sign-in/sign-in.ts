import type { Choices } from '../../checklist/state-file.ts'
import type { ActContext, Step, StepContext } from '../../checklist/step.ts'
import type { SignInAsk } from '../../contract/ask/sign-in.ts'
import type { Earlier, Status } from '../../contract/status.ts'
import type { AppError } from '../../errors/app-error.ts'
import { isMarked } from '../../errors/catalogue.ts'
import { fail, toAppError } from '../../errors/failure.ts'
import { requireOwnCliFolder, requireWay } from '../../managed/rules.ts'
import { startAsk, todo } from './ask.ts'
import { acceptPayer, emailQuestion } from './bill.ts'
import { againstRemembered } from './against.ts'
import { goByHand, tellAccount, toldByHand } from './by-hand.ts'
import { readRest, seekAccount } from './ways/account-pages.ts'
import { enterCode, startAtConsole } from './ways/console.ts'
import { WAYS } from './ways/index.ts'
import { useKeys } from './ways/keys.ts'
import { startAtPortal } from './ways/portal.ts'
import { useProfile } from './ways/profile.ts'
import type { Way } from './ways/way.ts'

type Instant =
  | 'copy-link'
  | 'open-link'
  | 'other-portal'
  | 'look-for-profiles'
  | 'choose-folder'
  | 'usual-folder'
  | 'email-question'
  | 'seek-account'
  | 'read-rest'

/**
 * Signs in by one of the ways, then proves whose account came back and what it is. By hand, it only notes which account is meant.
 */
export const signIn: Step<'sign-in', Instant> = {
  id: 'sign-in',
  needs: ['plan'],
  appliesTo: () => null,
  async check(context) {
    const { session, choices, managed } = context
    if (choices().byHand && managed.signInWays.byHand) return toldByHand(context)
    if (session.atConsole.begunElsewhere() !== null)
      return todo({ step: 'sign-in', stage: 'console-code' })
    if (choices().byHand || !(await session.signedIn()))
      return todo(startAsk(context), againstRemembered(context))
    try {
      return await wayTaken(context).whoIs(context)
    } catch (error) {
      const reason = toAppError(error)
      return { kind: 'failed', error: reason, ask: wayOn(context, reason) }
    }
  },

  async ahead({ identity, transfers, choices, earlier, signal }) {
    const paid = managesAnOrganization(choices(), earlier) ? transfers.read(signal) : null
    await Promise.all([identity.caller(signal), identity.organization(signal), paid])
  },
  async lead(context) {
    const { session, choices } = context
    if (choices().byHand || session.atConsole.begunElsewhere() !== null) return null
    return (await session.signedIn()) ? wayTaken(context).lead(context) : null
  },

  answers: {
    start: startAtPortal,
    'start-anyway': startAtPortal,
    'start-console': startAtConsole,
    'enter-code': enterCode,
    async 'leave-code'({ session }) {
      session.atConsole.leaveElsewhere()
    },
    'use-keys': useKeys,
    'use-profile': (context, { profile }) => useProfile(context, profile),
    'sign-in-again': (context) => WAYS[context.choices().way].again(context),
    async 'choose-account'(context, { accountId }) {
      await wayTaken(context).chooseAccount(context, accountId)
    },
    'choose-role': ({ remember }, { roleName }) => remember({ roleName }),
    async 'confirm-management'({ remember, choices }) {
      await remember({ confirmedManagement: choices().account?.id ?? '' })
    },
    async 'accept-root'({ remember, choices }) {
      await remember({ acceptedRoot: choices().account?.id ?? '' })
    },
    'accept-payer': acceptPayer,
    'other-account': changeAccount,
    change: changeAccount,
    async 'sign-out'({ report, session, spot, remember, status }) {
      // What was proven stays what this checklist is about; what was not may have been a mistake.
      report({ kind: 'working', doing: 'signing-out' })
      spot.forget()
      await session.signOut()
      await remember({ ...(status.kind === 'done' ? {} : { account: null }), roleName: '' })
    },
    'by-hand': goByHand,
    'by-hand-account': (context, { accountId }) => tellAccount(context, accountId),
    // What was told stays: signing in to that account verifies it.
    'leave-by-hand': ({ remember }) => remember({ byHand: false }),
  },
  instant: {
    async 'copy-link'({ desktop, link, session }) {
      await desktop.copy(openLink(link.current ?? session.atConsole.begunElsewhere()))
      return null
    },
    async 'open-link'({ desktop, link, session }) {
      await desktop.open(openLink(link.current ?? session.atConsole.begunElsewhere()))
      return null
    },
    async 'other-portal'(context) {
      context.foundPortal.current = null
      return formAgain(context)
    },
    'email-question': emailQuestion,
    'seek-account': seekAccount,
    'read-rest': readRest,
    async 'look-for-profiles'(context) {
      requireWay(context.managed, 'profile')
      await context.profiles.list()
      return formAgain(context)
    },
    async 'choose-folder'(context) {
      requireWay(context.managed, 'profile')
      requireOwnCliFolder(context.managed)
      const folder = await context.desktop.chooseFolder()
      if (folder === null) return null
      await context.profiles.lookIn(folder)
      return formAgain(context)
    },
    async 'usual-folder'(context) {
      requireWay(context.managed, 'profile')
      await context.profiles.lookIn('')
      return formAgain(context)
    },
  },
}

/** The link of the sign-in that is under way. */
function openLink(current: string | null): string {
  if (!current) throw fail('sign-in-link-gone')
  return current
}

/**
 * Whether the account most likely manages an organization: AWS tells nobody else who pays. Whoever sets up a
 * report has proven it, unless there was no organization or AWS did not say; that is known as long as the
 * evidence is.
 */
function managesAnOrganization(
  { plan, account, confirmedManagement }: Choices,
  earlier: Earlier | null,
): boolean {
  if (!earlier || plan?.managedBy !== 'us' || confirmedManagement === account?.id) return false
  const told = earlier.evidence.find(({ id }) => id === 'management-account')
  return told === undefined || told.value === 'yes'
}

/** The way by which somebody is signed in. */
function wayTaken({ session }: Pick<StepContext, 'session'>): Way {
  const way = session.way()
  if (!way) throw fail('not-signed-in')
  return WAYS[way]
}

async function changeAccount(context: ActContext): Promise<void> {
  const { session, spot, remember, choices } = context
  // A token was typed for the account that is left, by whoever was there.
  spot.forget()
  const way = choices().byHand ? null : session.way()
  if (way) await WAYS[way].leaveAccount(context)
  await remember({ account: null, roleName: '' })
}

/** The form to sign in as it is shown, with what has been found or left since. */
function formAgain(context: ActContext): Status | null {
  const { status } = context
  const ask = startAsk(context)
  const shown = status.kind === 'todo' || status.kind === 'failed' ? status.ask : undefined
  if (shown?.step !== 'sign-in' || shown.stage !== 'start') return null
  return status.kind === 'todo' || status.kind === 'failed' ? { ...status, ask } : null
}

/** What can be done about a sign-in that does not get through: begin again, or be somebody else. */
function wayOn(context: StepContext, { code }: AppError): SignInAsk {
  return isMarked(code, 'sign-in-anew')
    ? startAsk(context)
    : { step: 'sign-in', stage: 'wrong-account', who: [] }
}
