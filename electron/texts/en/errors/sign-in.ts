import { fact, say, when } from './sentence.ts'
import type { Known, SomeSentences } from './sentence.ts'

const EXAMPLE = 'https://d-1234567890.awsapps.com/start'
const portal = (facts: Known<'startUrl'>): string => fact(facts, 'startUrl', 'this portal')
const region = (facts: Known<'region'>): string => fact(facts, 'region', 'this region')
const UNTOUCHED = 'Nobody was signed in, and nothing in AWS was changed.'

/** Signing in, and choosing account and permission set. */
export const signInErrors = {
  'start-url-empty': () =>
    say(
      'Enter the address of your AWS access portal.',
      'It is the page on which you choose an AWS account after signing in.',
      `It looks like ${EXAMPLE}. Your AWS administrator knows it, and so does the invitation email.`,
    ),
  'start-url-scheme': () =>
    say(
      'The address must begin with https://.',
      'Sign-in pages of AWS are reachable over a protected connection only.',
      `Enter the address as it stands in your browser, for example ${EXAMPLE}.`,
    ),
  'start-url-host': (facts) =>
    say(
      'This is not the address of an AWS access portal.',
      `The address of the AWS console (console.aws.amazon.com) and sign-in pages for single accounts do not work here.${when(facts.value, (value) => `You entered “${value}”.`)}`,
      `Enter the address of your company’s access portal, for example ${EXAMPLE} or https://your-company.awsapps.com/start.`,
    ),
  'start-url-console': (facts) =>
    say(
      'This is an address of the AWS console, not of an access portal.',
      `The console opens after you have chosen an account; the app needs the page before it, on which you choose one.${when(facts.value, (value) => `You entered “${value}”.`)}`,
      `Open your company’s access portal and copy the address of that page, for example ${EXAMPLE}. Whoever has no portal chooses “As in the AWS console” above.`,
    ),
  'start-url-passing': () =>
    say(
      'This is a page that AWS shows on the way, not the access portal itself.',
      'Its address belongs to one sign-in and stops working after it. The app needs the address of the page on which you choose an AWS account.',
      `Finish signing in there until you see your AWS accounts, and copy the address of that page, for example ${EXAMPLE}.`,
    ),
  'start-url-personal': () =>
    say(
      'This is the page for a personal AWS Builder ID, not your company’s access portal.',
      'A Builder ID is for AWS’s tools for developers and for training. No AWS account of a company is behind it.',
      `Enter the address of your company’s access portal, for example ${EXAMPLE}. Your AWS administrator knows it, and so does the invitation email.`,
    ),
  'start-url-email': (facts) =>
    say(
      'This is an email address, not the address of a web page.',
      `Your email address is asked by AWS in the browser, not here.${when(facts.value, (value) => `You entered “${value}”.`)}`,
      `Enter the address of your AWS access portal, for example ${EXAMPLE}. The email with which you were invited to AWS has it.`,
    ),
  'start-url-private': (facts) =>
    say(
      'This address is inside a private network.',
      `An AWS access portal is on the internet, and the app does not ask inside your network.${when(facts.value, (value) => `You entered “${value}”.`)}`,
      `Enter the address on which you choose an AWS account, for example ${EXAMPLE}. Your AWS administrator sees it on the page “Settings” of IAM Identity Center.`,
    ),
  'start-url-unreachable': (facts) =>
    say(
      `${facts.value ? `“${facts.value}”` : 'This address'} could not be reached.`,
      'It is not an address of AWS, so the app asked it once where it leads, and got no answer.',
      `Compare it with the address in your browser: a portal of AWS looks like ${EXAMPLE}. If it is your company’s own address and opens in your browser, go on there until you see the AWS accounts, and copy the address of that page.`,
    ),
  'start-url-leads-nowhere': (facts) =>
    say(
      `${facts.value ? `“${facts.value}”` : 'This address'} does not lead to an AWS access portal.`,
      'It is not an address of AWS, so the app asked it once where it leads. It answered with a page of its own.',
      `Open it in your browser, go on until you see the AWS accounts, and copy the address of that page, for example ${EXAMPLE}.`,
    ),
  'start-url-leads-elsewhere': (facts) =>
    say(
      `${facts.value ? `“${facts.value}”` : 'This address'} leads to a page that is not an AWS access portal.`,
      `It is not an address of AWS, so the app asked it once where it leads.${when(facts.host, (host) => `It leads to “${host}”, and the app goes there no further.`)}`,
      `Open it in your browser, go on until you see the AWS accounts, and copy the address of that page, for example ${EXAMPLE}.`,
    ),
  'start-url-invalid': (facts) =>
    say(
      'This is not a web address.',
      facts.value ? `You entered “${facts.value}”.` : 'The field is empty.',
      `Copy the address of your AWS access portal from your browser, for example ${EXAMPLE}.`,
    ),
  'region-unknown': (facts) =>
    say(
      `${facts.region ? `“${facts.region}” is` : 'This is'} no AWS region with a sign-in service.`,
      'The region is the place in which your company’s sign-in (IAM Identity Center) is set up.',
      'Choose one from the list, for example us-east-1 or eu-west-1. Your AWS administrator knows which one it is.',
    ),
  'not-signed-in': () =>
    say(
      'You are not signed in to AWS.',
      'This step reads from AWS and needs your sign-in for it. What was done before stays as it is.',
      'Sign in. The checklist goes on where it was.',
    ),
  'sign-in-ended': () =>
    say(
      'Your sign-in to AWS has ended.',
      'Sign-ins last only for some hours, and an administrator can end them. What was done before stays as it is, and work that AWS has begun goes on.',
      'Sign in again. This step goes on where it was.',
    ),
  'sign-in-denied': () =>
    say(
      'The request to sign in was refused on AWS’s page.',
      `Somebody pressed “Deny”, or your company does not allow this app. ${UNTOUCHED}`,
      'Sign in again and press “Allow”. If the page does not offer it, ask your AWS administrator.',
    ),
  'sign-in-timeout': () =>
    say(
      'Nobody finished signing in within ten minutes.',
      `The link no longer works, as a protection against misuse. ${UNTOUCHED}`,
      'Start again. If your browser did not open, copy the link into it.',
    ),
  'sign-in-code-expired': () =>
    say(
      'The code has expired before it was confirmed.',
      `Codes are valid for a few minutes only. ${UNTOUCHED}`,
      'Start again to get a new code.',
    ),
  'sign-in-wrong-region': (facts) =>
    say(
      `AWS did not recognise the sign-in in ${region(facts)}.`,
      `Most often the region is not the one in which your company’s sign-in is set up. ${UNTOUCHED}`,
      'Choose another region and try again: us-east-1, eu-west-1, us-west-2 and eu-central-1 are the usual ones. Your AWS administrator sees it in the settings of IAM Identity Center.',
    ),
  'sign-in-region-refused': (facts) =>
    say(
      `AWS did not know ${portal(facts)} in ${region(facts)} when it was asked before.`,
      `So it was not asked again. ${UNTOUCHED}`,
      'Choose another region. If your AWS administrator says that it is this one, ask there again.',
    ),
  'sign-in-key-refused': (facts) =>
    say(
      'Your company’s own key for IAM Identity Center refused.',
      `IAM Identity Center of ${portal(facts)} is encrypted with a key of your company, and AWS may not use it now.${when(facts.reason, (reason) => `AWS says: “${reason}”.`)} ${UNTOUCHED}`,
      'Ask the person who administers AWS KMS in your company to enable the key again and to let IAM Identity Center use it. Nobody can sign in to AWS through the portal until then.',
    ),
  'sign-in-start-url-unknown': (facts) =>
    say(
      `AWS does not know the portal ${portal(facts)} in ${region(facts)}.`,
      `Either the address has a typing error, or it belongs to another region. ${UNTOUCHED}`,
      'Compare the address with the one in your browser, then try another region.',
    ),
  'sign-in-listener-failed': () =>
    say(
      'This computer did not let the app wait for the answer of your browser.',
      `The app listens on this computer only, on a port of its own; security software may forbid that. ${UNTOUCHED}`,
      'Sign in with a code or with pasted keys instead, or ask your IT department to allow the app to listen on 127.0.0.1.',
    ),
  'sign-in-callback-error': (facts) =>
    say(
      'AWS’s sign-in page ended with an error.',
      `${UNTOUCHED}${when(facts.description || facts.error, (words) => `AWS says: “${words}”`)}`,
      'Try again. If it stays like this, check the region, or ask your AWS administrator.',
    ),
  'sign-in-refused': (facts) =>
    say(
      'AWS’s sign-in service does not accept this app.',
      `${UNTOUCHED} Your company may restrict which applications can sign in.${when(facts.awsCode, (code) => `AWS’s code: ${code}.`)}`,
      'Try again, and try another region. If it stays like this, ask your AWS administrator whether applications may register with IAM Identity Center.',
    ),
  'sign-in-unconfirmed': () =>
    say(
      'The sign-in has not been confirmed in the browser yet.',
      `AWS waits for somebody to press “Allow” on its page. ${UNTOUCHED}`,
      'Start again, and press “Allow” on the page that opens before you come back.',
    ),
  'sign-in-link-gone': () =>
    say(
      'The link to sign in is no longer valid.',
      `Each link works once, and for ten minutes. ${UNTOUCHED}`,
      'Start signing in again to get a new link.',
    ),
  'device-code-disabled': () =>
    say(
      'Signing in with a code is switched off.',
      'Your company or your AWS administrator does not allow codes, because they are misused in phishing.',
      'Sign in with your browser on this computer instead.',
    ),
  'no-accounts': (facts) =>
    say(
      'No AWS account is assigned to you.',
      `The sign-in worked, but ${portal(facts)} lists no account for you. Perhaps somebody else is signed in to your browser.`,
      'Check who is signed in, using a private window if needed. Otherwise ask your AWS administrator to assign you the management account.',
    ),
  'no-roles': (facts) =>
    say(
      `You have no permission set in account ${fact(facts, 'account', 'you chose')}.`,
      'The account is listed for you, but nothing says what you may do there.',
      'Choose another account, or ask your AWS administrator to assign you a permission set in this one.',
    ),
  'account-not-listed': (facts) =>
    say(
      `Account ${fact(facts, 'account', 'that was chosen before')} is not among those of this sign-in.`,
      `Perhaps another person is signed in now.${when(facts.came, (came) => `The account that came back is ${came}.`)}`,
      'Sign in as the person who used this checklist before, or choose another account.',
    ),
  'role-not-assigned': (facts) =>
    say(
      `The permission set ${fact(facts, 'roleName', 'you chose')} is not assigned to you in account ${fact(facts, 'accountId', 'you chose')}.`,
      'It may have been taken away since you chose it.',
      'Choose another permission set or account, or ask your AWS administrator to assign it to you.',
    ),
  'wrong-account-member': (facts) =>
    say(
      `Account ${fact(facts, 'account', 'you chose')} is a member of an organization, and not the account that pays.`,
      `Spot Eco has to be connected to the management account${when(facts.managementAccount, (id) => id)}${when(facts.managementEmail, (email) => `(${email})`)}. Nothing in AWS was changed.`,
      `Choose account ${fact(facts, 'managementAccount', 'that pays')} if you have access to it. Otherwise ask its owner to run this app, or to give you access. If an MSP manages your account, say so in the first step.`,
    ),
  'account-told-other': (facts) =>
    say(
      `You are signed in to account ${fact(facts, 'came', 'another')}, and this checklist is about account ${fact(facts, 'account', 'you named before')}.`,
      'What was chosen or typed for the one account does not hold for the other. It is kept, and there again when you sign in to that account.',
      `Sign in to account ${fact(facts, 'account', 'you named before')}, or go on with ${fact(facts, 'came', 'this one')}.`,
    ),
  'account-id-invalid': (facts) =>
    say(
      'An AWS account number has twelve digits.',
      facts.value ? `You entered “${facts.value}”.` : 'The field is empty.',
      'Copy it from the top right corner of the AWS console, for example 1234-5678-9012.',
    ),
} satisfies SomeSentences
