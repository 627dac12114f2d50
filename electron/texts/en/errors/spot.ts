import { fact, say, when } from './sentence.ts'
import type { Known, SomeSentences } from './sentence.ts'

const FINISH = 'Finish in the Spot console: this step shows every value with a button to copy it.'
const CONSOLE =
  'Or finish in the Spot console: this step shows every value with a button to copy it.'
/** What holds whatever Spot said; half of a registration may be done by then. */
const kept = (facts: Known<'given'>): string =>
  facts.given
    ? 'Spot has the role already; account and bucket are still missing. Sending again goes on there.'
    : 'Everything in AWS stays as it is.'
/** The way on after a pause: what was under way, with the token that is still there. */
const again = (facts: Known<'stage'>): string =>
  facts.stage === 'check'
    ? 'Wait a few minutes, then check the token again; the app still has it in memory.'
    : 'Wait a few minutes, then send again; the app still has your token in memory.'
const KEPT = kept({})
const spotSays = (facts: Known<'message'>): string =>
  when(facts.message, (message) => `Spot says: “${message}”`)

/** Spot, and what Spot Support asks for. */
export const spotErrors = {
  'msp-account-invalid': () =>
    say(
      'An AWS account number has exactly twelve digits.',
      'Spot Support needs the number of your MSP’s AWS account to find your data.',
      'Enter the twelve digits, with or without hyphens, or leave the field empty for now. Your MSP knows the number.',
    ),
  'spot-organization-invalid': () =>
    say(
      'This is not the ID of a Spot organization.',
      'It has letters, digits and hyphens only. Spot Support uses it to find your organization.',
      'Copy it from the Spot console: the user menu, Settings, Organization.',
    ),
  'spot-organization-missing': () =>
    say(
      'The request does not name your Spot organization yet.',
      'Spot Support uses its ID to find your organization. Nothing was copied or sent.',
      'Enter the ID from the Spot console: the user menu, Settings, Organization.',
    ),
  'request-not-copied': () =>
    say(
      'The request, as it is now, has not left the app yet.',
      'So it cannot be on its way. If you changed something in it, what you copied before says something else.',
      'Copy the request or open it as an email, send it, and then say so.',
    ),
  'spot-token-missing': () =>
    say(
      'Enter your Spot API token.',
      'The app uses it only to register this account with Spot, and forgets it afterwards.',
      `Create one in the Spot console (user menu, Settings, API). ${CONSOLE}`,
    ),
  'spot-token-wrong': (facts) =>
    say(
      'Spot does not accept this token.',
      `It has a typing error, has expired or was withdrawn; the app has forgotten it. ${kept(facts)}`,
      `Copy it once more, without spaces, or create a new one in the Spot console. ${CONSOLE}`,
    ),
  'spot-no-accounts': () =>
    say(
      'This token opens no Spot account.',
      `Spot knows the token, but it has no access to any account. ${KEPT}`,
      `Ask an administrator of your Spot organization for access and check the token again, or use a token of somebody who has access. ${CONSOLE}`,
    ),
  'spot-account-unknown': (facts) =>
    say(
      `The Spot account ${fact(facts, 'account', 'that was chosen')} is not among those of this token.`,
      `Nothing was sent to Spot. ${KEPT}`,
      'Choose an account from the list.',
    ),
  'spot-wrong-organization': (facts) =>
    say(
      'This token belongs to another Spot organization.',
      `It opens ${when(facts.found, (found) => `organization ${found}`).trim() || 'another organization'}; the one entered earlier is ${fact(facts, 'told', 'different')}. Nothing was sent to Spot. ${KEPT}`,
      'Use a token of the right organization: switch the organization in the Spot console before you create it. If the ID entered earlier is wrong, correct it, then check the token again.',
    ),
  'spot-denied': (facts) =>
    say(
      facts.stage === 'check'
        ? 'Spot does not allow this token to read which accounts there are.'
        : 'Spot does not allow this token to connect an AWS account.',
      `${kept(facts)}${spotSays(facts)}`,
      `Ask an administrator of your Spot organization to do it, or for the right to do it. Then ${facts.stage === 'check' ? 'check the token again' : 'send again'}: the app still has it in memory. ${CONSOLE}`,
    ),
  'spot-throttled': (facts) =>
    say('Spot asks for more time between requests.', kept(facts), `${again(facts)} ${CONSOLE}`),
  'spot-down': (facts) =>
    say('Spot’s service does not work at the moment.', kept(facts), `${again(facts)} ${CONSOLE}`),
  'spot-rejected': (facts) =>
    say(
      facts.stage === 'check'
        ? 'Spot did not say which accounts this token opens.'
        : 'Spot did not accept the registration.',
      `${kept(facts)}${spotSays(facts)}`,
      `${facts.stage === 'check' ? `Check the token again, or use another one. ${CONSOLE}` : FINISH} If it refuses there too, send the technical details below to Spot Support.`,
    ),
  'spot-not-offered': (facts) =>
    say('Spot does not offer this way of registering for your account.', kept(facts), FINISH),
  'spot-role-not-visible': (facts) =>
    say(
      'Spot cannot use the new role yet.',
      `A new role takes a while until it is known everywhere in AWS, and the app has already waited.${spotSays(facts)} ${KEPT}`,
      `${again({})} ${CONSOLE}`,
    ),
  'spot-already-registered': (facts) =>
    say(
      'Spot has a role for this AWS account already.',
      `Somebody has connected the account before. Spot does not say with which role, and did not change it.${spotSays(facts)} ${KEPT}`,
      'Look in the Spot console, under Eco, which role it uses. If it is the one shown here, confirm below that you are done there. If it is another, replace it in the console, or ask Spot Support to do it.',
    ),
  'spot-reply-unreadable': (facts) =>
    say(
      'The answer of Spot could not be understood.',
      `Spot may have changed its service, or something on the way changed the answer. ${kept(facts)}`,
      FINISH,
    ),
} satisfies SomeSentences
