import type { ActContext } from '../../../checklist/step.ts'
import type { As } from '../../../contract/commands.ts'
import { requireConsole, requireDeviceCode } from '../../../managed/rules.ts'
import { heldWay, noteAccount } from './held.ts'
import { offeringLink, openingBrowser } from './link.ts'
import type { Way } from './way.ts'

const held = heldWay({
  facts: () => [{ id: 'sign-in-way', value: 'console' }],
  again: signInHere,
})

/** As to the AWS console: one account, that of whoever signs in there. */
export const consoleWay: Way = {
  ...held,
  async whoIs(context) {
    requireConsole(context.managed)
    return held.whoIs(context)
  },
  async lead(context) {
    requireConsole(context.managed)
    return held.lead(context)
  },
  // There is no other one in the same sign-in.
  leaveAccount: ({ session }) => session.signOut(),
}

/** Signs in with the browser of this computer, or begins it for another device's. */
export async function startAtConsole(
  context: ActContext,
  { method }: As<'sign-in', 'start-console'>,
): Promise<void> {
  const { managed, session, foundPortal, remember } = context
  requireConsole(managed)
  if (method === 'device') requireDeviceCode(managed)
  foundPortal.current = null
  await remember({ way: 'console', byHand: false })
  if (method === 'browser') return signInHere(context)
  await vaultAsked(context)
  session.atConsole.beginElsewhere()
}

/** Ends a sign-in on another device with what its page shows. */
export async function enterCode(
  context: ActContext,
  { code }: As<'sign-in', 'enter-code'>,
): Promise<void> {
  context.report({ kind: 'working', doing: 'listing-accounts' })
  await context.session.atConsole.enterCode(code, context.signal)
  await noteAccount(context)
}

async function signInHere(context: ActContext): Promise<void> {
  const { session, report, signal } = context
  requireConsole(context.managed)
  await vaultAsked(context)
  report({ kind: 'working', doing: 'opening-browser' })
  await offeringLink(context, (offer) =>
    session.atConsole.signIn({ signal, onLink: openingBrowser(context, 'console', offer) }),
  )
  report({ kind: 'working', doing: 'listing-accounts' })
  await noteAccount(context)
}

async function vaultAsked({ report, vaultReady }: ActContext): Promise<void> {
  report({ kind: 'working', doing: 'asking-keychain' })
  await vaultReady()
}
