import type { ActContext, Step, StepContext } from '../checklist/step.ts'
import type { AppError, SignInAsk, Status } from '../contract.ts'
import { isMarked } from '../error-codes.ts'
import { fail, toAppError } from '../errors.ts'
import { startAsk, todo } from './sign-in-ask.ts'
import { tellAccount, toldByHand } from './sign-in-by-hand.ts'
import { chooseHeldAccount, useKeys, useProfile, whoHolds } from './sign-in-held.ts'
import { chooseAccount, openPortal, startAtPortal, whoIsWhere } from './sign-in-portal.ts'

/**
 * Signs in with IAM Identity Center, pasted keys or a profile of the AWS CLI, then proves whose
 * account came back and what it is. By hand, it only notes which account is meant.
 */
export const signIn: Step = {
  id: 'sign-in',
  needs: ['plan'],
  appliesTo: () => null,
  async check(context) {
    const { session, choices } = context
    if (choices().byHand) return toldByHand(context)
    if (!(await session.signedIn())) return todo(startAsk(context))
    try {
      return await (isHeld(context) ? whoHolds(context) : whoIsWhere(context))
    } catch (error) {
      const reason = toAppError(error)
      return { kind: 'failed', error: reason, ask: wayOn(context, reason) }
    }
  },

  instantActions: ['copy-link', 'open-link', 'look-for-profiles'],
  async instant(context, command) {
    const { desktop, link, profiles } = context
    if (command.action === 'look-for-profiles') {
      await profiles.list()
      return withProfiles(context)
    }
    if (!link.current) throw fail('sign-in-link-gone')
    if (command.action === 'copy-link') await desktop.copy(link.current)
    else await desktop.open(link.current)
    return null
  },

  async act(context, command) {
    if (command.step !== 'sign-in') return
    const { session, remember, choices, status } = context
    switch (command.action) {
      case 'start':
        return startAtPortal(context, command)
      case 'use-keys':
        return useKeys(context, command)
      case 'use-profile':
        return useProfile(context, command.profile)
      case 'sign-in-again':
        return signInAgain(context)
      case 'choose-account': {
        const choose = isHeld(context) ? chooseHeldAccount : chooseAccount
        return choose(context, command.accountId)
      }
      case 'choose-role':
        return remember({ roleName: command.roleName })
      case 'confirm-management':
        return remember({ confirmedManagement: choices().account?.id ?? '' })
      case 'other-account':
      case 'change':
        return changeAccount(context)
      case 'sign-out':
        // What was proven stays what this checklist is about; what was not may have been a mistake.
        context.report({ kind: 'working', doing: 'signing-out' })
        await session.signOut()
        return remember({ ...(status.kind === 'done' ? {} : { account: null }), roleName: '' })
      case 'by-hand':
        return remember({ byHand: true })
      case 'by-hand-account':
        return tellAccount(context, command.accountId)
      case 'leave-by-hand':
        // What was told stays: signing in to that account verifies it.
        return remember({ byHand: false })
      case 'copy-link':
      case 'open-link':
      case 'look-for-profiles':
      case 'hand-over':
      case 'take-back':
      case 'check':
      case 'cancel':
        return
    }
  },
}

/** Whether credentials come from elsewhere than a portal: then there is no list of accounts. */
function isHeld({ session }: StepContext): boolean {
  const source = session.source()
  return source === 'keys' || source === 'profile'
}

/** The way that was taken last. Pasted keys are gone: the check after this asks for others. */
async function signInAgain(context: ActContext): Promise<void> {
  const { portal, way, profile } = context.choices()
  if (way === 'keys') return
  if (way === 'profile') return useProfile(context, profile)
  if (!portal) throw fail('not-signed-in')
  return openPortal(context, portal)
}

/** At a portal, another account is chosen; keys lead into one account only, and are forgotten. */
async function changeAccount(context: ActContext): Promise<void> {
  const { session, remember, choices } = context
  if (!choices().byHand) {
    if (isHeld(context)) await session.hold(null)
    else session.use(null)
  }
  await remember({ account: null, roleName: '' })
}

/** The form to sign in as it is shown, with the profiles found. */
function withProfiles(context: ActContext): Status | null {
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
