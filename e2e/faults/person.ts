import { PAYER, START_URL } from '../../electron/aws/testing/portal.ts'
import type { StepCommand } from '../../electron/contract/commands.ts'
import { payersIn } from '../../electron/contract/ask/bill.ts'
import type { Ask, StepId } from '../../electron/contract/steps.ts'
import type { SignInAsk } from '../../electron/contract/ask/sign-in.ts'
import type { Status } from '../../electron/contract/status.ts'
import { isMarked } from '../../electron/errors/catalogue.ts'
import { SPOT_DEMO_TOKEN } from '../simulator/index.ts'

/** How somebody gets in: at the portal, with a code for another browser, as to the console, or by a CLI profile. */
export type WayIn = 'portal' | 'device' | 'console' | 'profile'
const PROFILE = 'payer'
const SPOT_ACCOUNT = 'act-3f9c1d27'

/** What somebody who wants to get through sends when a step asks; null when it asks nothing. */
export function answerTo(ask: Ask, wayIn: WayIn): StepCommand | null {
  switch (ask.step) {
    case 'plan':
      return { step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' }
    case 'sign-in':
      return signInAnswer(ask, wayIn)
    case 'cost-report': {
      if (ask.stage !== 'choose') return null
      const fitting = ask.reports.find(({ fits }) => fits)
      return fitting
        ? { step: 'cost-report', action: 'reuse', reportName: fitting.name }
        : { step: 'cost-report', action: 'create', reviewed: '', ...ask.draft }
    }
    case 'bucket':
      return ask.repair ? { step: 'bucket', action: 'repair', reviewed: ask.repair.reviewed } : null
    case 'template':
      return { step: 'template', action: 'approve', sha256: ask.review.sha256 }
    case 'stack':
      if (ask.stage === 'by-hand') return null
      return ask.failedStack
        ? { step: 'stack', action: 'delete-failed' }
        : {
            step: 'stack',
            action: 'create',
            acknowledged: true,
            withoutExternalId: true,
            ...ask.form,
            values: ask.values,
          }
    case 'registration':
      if (ask.token === 'unchecked') return { step: 'registration', action: 'check-token' }
      return ask.token === 'checked'
        ? { step: 'registration', action: 'send', spotAccountId: SPOT_ACCOUNT }
        : { step: 'registration', action: 'connect', token: SPOT_DEMO_TOKEN }
  }
}

function signInAnswer(ask: SignInAsk, wayIn: WayIn): StepCommand | null {
  const step = 'sign-in'
  switch (ask.stage) {
    case 'start':
      if (wayIn === 'console') return { step, action: 'start-console', method: 'browser' }
      return wayIn === 'profile'
        ? { step, action: 'use-profile', profile: PROFILE }
        : {
            step,
            action: 'start',
            startUrl: START_URL,
            region: 'us-east-1',
            method: wayIn === 'device' ? 'device' : 'browser',
          }
    case 'account':
      return { step, action: 'choose-account', accountId: PAYER }
    case 'role':
      return { step, action: 'choose-role', roleName: 'AdministratorAccess' }
    case 'unconfirmed':
      return { step, action: 'confirm-management' }
    case 'paid-elsewhere':
      return { step, action: 'accept-payer', payers: payersIn(ask.bill.paidBy) }
    case 'root':
      return { step, action: 'accept-root' }
    case 'console-code':
    case 'wrong-account':
    case 'bill':
    case 'by-hand':
      return null
  }
}

/** A status that is a question of the ordinary course of things, and not a fault's doing. */
export function isQuestion(step: StepId, status: Status): boolean {
  if (status.kind === 'todo') return status.problem === undefined
  if (status.kind !== 'failed' || step !== 'bucket') return false
  return isMarked(status.error.code, 'policy-repairable')
}

/** Files of the AWS CLI with a profile that takes on a role, from keys that somebody was given. */
export function cliFiles(keys: {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
}): Map<string, string> {
  return new Map([
    [
      'config',
      `[profile ${PROFILE}]\nrole_arn = arn:aws:iam::${PAYER}:role/Payer\nsource_profile = base\n`,
    ],
    [
      'credentials',
      `[base]\naws_access_key_id = ${keys.accessKeyId}\naws_secret_access_key = ${keys.secretAccessKey}\naws_session_token = ${keys.sessionToken}\n`,
    ],
  ])
}
