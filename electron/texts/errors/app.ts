import type { ErrorCode } from '../../errors.ts'
import { NOTHING_CHANGED, named, say, when } from './sentence.ts'
import type { Sentence } from './sentence.ts'

const VAULT_REASONS: Readonly<Record<string, string>> = {
  'no-service': 'No keychain service is running in this session.',
  'no-keyring': 'There is no default keyring yet.',
  'no-library': 'The system library for the keychain (libsecret) is not installed.',
  'no-logon-session': 'Windows gives this kind of session no access to its Credential Manager.',
  dismissed: 'The question for the keychain’s password was closed without an answer.',
  'no-key': 'The keychain did not give out the key that the saved sign-in was sealed with.',
  restarted: 'The keychain service was restarted in the middle of a request.',
  timeout: 'The keychain did not answer in time.',
  crash: 'The keychain service stopped unexpectedly.',
  file: 'The sealed file with the sign-in cannot be opened with the key from the keychain.',
}
const because = (reason: string | undefined): string =>
  when(VAULT_REASONS[reason ?? ''], (sentence) => sentence)

type AppCode =
  | 'cancelled'
  | 'unexpected'
  | 'invalid-command'
  | 'busy'
  | 'not-now'
  | 'file-unreadable'
  | 'disk-write-failed'
  | 'state-set-aside'
  | 'connection-unknown'
  | 'not-created-here'
  | 'removal-order'
  | 'removal-slow'
  | 'wipe-key-left'
  | 'wipe-aws-not-told'
  | Extract<ErrorCode, `vault-${string}`>

/** The app itself, this computer's disk and its keychain. */
export const appErrors: Readonly<Record<AppCode, Sentence>> = {
  cancelled: () =>
    say(
      'You stopped this.',
      'What was finished before you stopped stays as it is. AWS may still complete a request that it had already accepted.',
      'Choose the same action again when you are ready. Nothing is done twice.',
      'nobody',
    ),
  'not-created-here': (facts) =>
    say(
      `${facts['name'] ? `“${facts['name']}”` : 'This'} was not created by this app, so it is left alone.`,
      `It does not carry the tag that the app gives to what it creates. ${NOTHING_CHANGED}`,
      'If it is to go as well, ask whoever owns it to remove it in the AWS console.',
      'aws-administrator',
    ),
  'removal-order': (facts) =>
    say(
      `AWS still delivers the ${named(facts, 'report', 'report', 'cost report')} into the ${named(facts, 'bucket', 'bucket')}.`,
      `Without its bucket the report would fail, and AWS could bring new files while they are being deleted. ${NOTHING_CHANGED}`,
      'Remove the report first, then the bucket. If the report is not one of this app, keep the bucket.',
      'you',
    ),
  'removal-slow': (facts) =>
    say(
      `AWS is still deleting the ${named(facts, 'stack', 'stack')}.`,
      'It usually takes less than two minutes. AWS goes on by itself, also when this app is closed.',
      'Look again in a few minutes. If it stays like this, your AWS administrator sees the reason in the CloudFormation console.',
      'aws',
    ),
  'wipe-key-left': () =>
    say(
      'The sign-in was deleted from this computer, but its key is still in the keychain.',
      'The key opens nothing any more. Your account is registered, and nothing else is affected.',
      'Unlock the keychain of this computer, then remove the sign-in again.',
      'you',
    ),
  'wipe-aws-not-told': () =>
    say(
      'The sign-in was deleted from this computer, but AWS could not be told to end the session.',
      'Nobody can use it from here any more. AWS ends the session by itself, usually within eight hours.',
      'Check the network connection, then remove the sign-in again while the app is still open.',
      'you',
    ),
  unexpected: () =>
    say(
      'The app met a situation that it does not know.',
      'This step stopped. The other steps, and your AWS account, are as they were before it.',
      'Check the step again. If it happens again, copy the technical details below and send them to your IT department or to Spot Support.',
      'spot-support',
    ),
  'invalid-command': () =>
    say(
      'The window asked for something that the app does not do.',
      `The request was refused. ${NOTHING_CHANGED}`,
      'Close the app and start it again. Your progress is kept.',
      'you',
    ),
  busy: () =>
    say(
      'This step is still working.',
      'It takes one instruction at a time, so that nothing is done twice.',
      'Wait until it has finished, or cancel it first.',
      'you',
    ),
  'not-now': () =>
    say(
      'This step cannot do that now.',
      'Either an earlier step is not done yet, or this one is finished.',
      'Continue with the step that the checklist shows as open.',
      'you',
    ),
  'file-unreadable': (facts) =>
    say(
      `The ${named(facts, 'file', 'file')} cannot be read.`,
      'This computer refused to open it, or it is no longer there.',
      'Check that the file exists and that you may open it, then choose it again.',
      'you',
    ),
  'disk-write-failed': (facts) =>
    say(
      'Your progress could not be saved on this computer.',
      `The disk may be full, or the folder may be protected.${when(facts['file'], (file) => `The file is ${file}.`)} If the app is closed now, it may ask again for choices you have made; it finds by itself what exists in AWS.`,
      'Make room on the disk or make the folder writable, then check the step again.',
      'it-department',
    ),
  'state-set-aside': (facts) =>
    say(
      'The saved progress could not be read, so the app begins with an empty checklist.',
      `The old file was kept${when(facts['file'], (file) => `as ${file}`)}. Nothing in your AWS account was touched, and what already exists there is found again.`,
      'Go through the steps again. Your IT department can look at the old file if needed.',
      'nobody',
    ),
  'connection-unknown': () =>
    say(
      'This connection is not in the list any more.',
      'It was probably removed a moment ago. The other connections are not affected.',
      'Choose another connection at the top of the window, or add a new one.',
      'you',
    ),
  'vault-missing': (facts) =>
    say(
      'This computer has no keychain that the app can use.',
      `Sign-ins are only ever saved sealed by the keychain, never in plain text.${because(facts['reason'])}`,
      'Ask your IT department to set up the system keychain and try again, or continue for this session only: then you sign in again after closing the app.',
      'it-department',
    ),
  'vault-locked': (facts) =>
    say(
      'The keychain of this computer is locked.',
      `The saved sign-in cannot be opened until you unlock it. It is not lost.${because(facts['reason'])}`,
      'Unlock the keychain (usually with the password you use for this computer) and try again, or continue for this session only.',
      'you',
    ),
  'vault-broken': (facts) =>
    say(
      'The keychain of this computer did not work.',
      `The app cannot save or open the sign-in. Your AWS account is not affected.${because(facts['reason'])}`,
      'Try again. If it stays like this, continue for this session only, and tell your IT department.',
      'it-department',
    ),
}
