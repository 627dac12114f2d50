import type { ErrorCode } from '../../errors.ts'
import { fact, say, when } from './sentence.ts'
import type { Facts, Sentence } from './sentence.ts'

const CONSOLE =
  'Or finish in the Spot console: this step shows every value with a button to copy it.'
const KEPT = 'Everything in AWS is ready and stays as it is.'
const spotSays = (facts: Facts): string =>
  when(facts['message'], (message) => `Spot says: “${message}”`)

type SpotCode = Extract<ErrorCode, `spot-${string}`> | 'msp-account-invalid'

/** Spot, and what Spot Support asks for. */
export const spotErrors: Readonly<Record<SpotCode, Sentence>> = {
  'msp-account-invalid': () =>
    say(
      'An AWS account number has exactly twelve digits.',
      'Spot Support needs the number of your MSP’s AWS account to find your data.',
      'Enter the twelve digits, with or without hyphens, or leave the field empty for now. Your MSP knows the number.',
      'you',
    ),
  'spot-organization-invalid': () =>
    say(
      'This is not the ID of a Spot organization.',
      'It has letters, digits and hyphens only. Spot Support uses it to find your organization.',
      'Copy it from the Spot console: the user menu, Settings, Organization.',
      'you',
    ),
  'spot-token-missing': () =>
    say(
      'Enter your Spot API token.',
      'The app uses it only to register this account with Spot, and forgets it afterwards.',
      `Create one in the Spot console (user menu, Settings, API). ${CONSOLE}`,
      'you',
    ),
  'spot-token-wrong': () =>
    say(
      'Spot does not accept this token.',
      `It has a typing error, has expired or was withdrawn. ${KEPT}`,
      `Copy it once more, without spaces, or create a new one in the Spot console. ${CONSOLE}`,
      'you',
    ),
  'spot-no-accounts': () =>
    say(
      'This token opens no Spot account.',
      `Spot knows the token, but it has no access to any account. ${KEPT}`,
      `Use a token of somebody who has access, or ask an administrator of your Spot organization. ${CONSOLE}`,
      'spot-support',
    ),
  'spot-account-unknown': (facts) =>
    say(
      `The Spot account ${fact(facts, 'account', 'that was chosen')} is not among those of this token.`,
      `Nothing was sent to Spot. ${KEPT}`,
      'Choose an account from the list.',
      'you',
    ),
  'spot-denied': (facts) =>
    say(
      'Spot does not allow this token to connect an AWS account.',
      `${KEPT}${spotSays(facts)}`,
      `Ask an administrator of your Spot organization to do it, or for the right to do it. ${CONSOLE}`,
      'spot-support',
    ),
  'spot-throttled': () =>
    say(
      'Spot asks for more time between requests.',
      KEPT,
      `Wait a few minutes, then send again. ${CONSOLE}`,
      'nobody',
    ),
  'spot-down': () =>
    say(
      'Spot’s service does not work at the moment.',
      KEPT,
      `Wait a few minutes, then send again. ${CONSOLE}`,
      'spot-support',
    ),
  'spot-rejected': (facts) =>
    say(
      'Spot did not accept the registration.',
      `${KEPT}${spotSays(facts)}`,
      `${CONSOLE} If it refuses there too, send the technical details below to Spot Support.`,
      'spot-support',
    ),
  'spot-not-offered': () =>
    say(
      'Spot does not offer this way of registering for your account.',
      KEPT,
      'Finish in the Spot console: this step shows every value with a button to copy it.',
      'you',
    ),
  'spot-role-not-visible': (facts) =>
    say(
      'Spot cannot use the new role yet.',
      `A new role takes a while until it is known everywhere in AWS, and the app has already waited.${spotSays(facts)} ${KEPT}`,
      `Wait a few minutes, then send again. ${CONSOLE}`,
      'nobody',
    ),
  'spot-already-registered': (facts) =>
    say(
      'This AWS account is already connected in Spot.',
      `Spot did not change the existing connection.${spotSays(facts)} ${KEPT}`,
      'Look in the Spot console under Eco whether the connection is the one you want. To replace its role, contact Spot Support.',
      'spot-support',
    ),
  'spot-reply-unreadable': () =>
    say(
      'The answer of Spot could not be understood.',
      `Spot may have changed its service, or something on the way changed the answer. ${KEPT}`,
      CONSOLE.replace('Or finish', 'Finish'),
      'you',
    ),
}
