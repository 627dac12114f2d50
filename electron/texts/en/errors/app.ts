import { fact, NOTHING_CHANGED, named, say, when } from './sentence.ts'
import type { Known, SomeSentences } from './sentence.ts'

const VAULT_REASONS: Readonly<Record<string, string>> = {
  'no-service': 'No keychain service is running in this session.',
  'no-keyring': 'There is no default keyring yet.',
  'no-library': 'The system library for the keychain (libsecret) is not installed.',
  'no-cipher':
    'Its service is KWallet, whose encryption is not installed: on Debian and Ubuntu that is the package libqca-qt5-2-plugins, or libqca-qt6-plugins for a newer KWallet.',
  confined:
    'A rule of this computer keeps the app from it, as for a snap or a flatpak that may not use stored passwords.',
  'no-logon-session': 'Windows gives this kind of session no access to its Credential Manager.',
  dismissed: 'The question for the keychain’s password was closed without an answer.',
  restarted: 'The keychain service was restarted in the middle of a request.',
  timeout:
    'It did not answer in time. A window that asks for its password, or to set it up, may be waiting behind others.',
  closed:
    'Its window was closed before the keychain was set up, so there is none yet that could keep the sign-in.',
  crash: 'The keychain service stopped unexpectedly.',
  file: 'The file with the sealed sign-in could not be read or written.',
}
const ODDITIES: Readonly<Record<string, string>> = {
  folder: 'There is a folder in its place.',
  pipe: 'There is a pipe in its place, from which reading may never end.',
  socket: 'There is a socket in its place.',
  device: 'There is a device in its place.',
  link: 'There is a link in its place, which could lead anywhere.',
  'link-circle': 'It is a link that leads back to itself.',
}
const oddly = (facts: Known<'oddity' | 'limit'>): string =>
  ODDITIES[facts.oddity ?? ''] ?? `It is larger than ${fact(facts, 'limit', 'a few')} MB.`
/** An entry of the keychain, as its own program shows it. */
const entryOf = (facts: Known<'entry'>): string =>
  named(facts, 'entry', 'the entry', 'the app’s entry')
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const KEY_OPENS_NOTHING =
  'It opens nothing any more: the sealed file that it was for is deleted. Your AWS account is not affected.'
const because = (reason: string | undefined): string =>
  when(VAULT_REASONS[reason ?? ''], (sentence) => sentence)

/** What of a connection a newer version has written. */
const NEWER_PARTS: Readonly<Record<string, string>> = {
  state: 'The saved progress of this connection',
  vault: 'The saved sign-in of this connection',
  record: 'The record of calls of this connection',
}

/** The app itself, this computer's disk and its keychain. */
export const appErrors = {
  'connection-name-unseen': () =>
    say(
      'This name has characters that cannot be seen.',
      'With them two connections could look alike. The name was not changed.',
      'Delete what is marked like ⟨U+200B⟩, or type the name anew.',
    ),
  cancelled: () =>
    say(
      'You stopped this.',
      'What was finished before you stopped stays as it is. AWS may still complete a request that it had already accepted.',
      'Choose the same action again when you are ready. Nothing is done twice.',
    ),
  'not-created-here': (facts) =>
    say(
      `${facts.name ? `“${facts.name}”` : 'This'} was not created by this app, so it is left alone.`,
      `It does not carry the tag that the app gives to what it creates. ${NOTHING_CHANGED}`,
      'If it is to go as well, ask whoever owns it to remove it in the AWS console.',
    ),
  'removal-order': (facts) =>
    say(
      `AWS still delivers the ${named(facts, 'report', 'report', 'cost report')} into the ${named(facts, 'bucket', 'bucket')}.`,
      `Without its bucket the report would fail, and AWS could bring new files while they are being deleted. ${NOTHING_CHANGED}`,
      'Remove the report first, then the bucket. If the report is not one of this app, keep the bucket.',
    ),
  'removal-slow': (facts) =>
    say(
      `AWS is still deleting the ${named(facts, 'stack', 'stack')}.`,
      'It usually takes less than two minutes. AWS goes on by itself, also when this app is closed.',
      'Look again in a few minutes. If it stays like this, your AWS administrator sees the reason in the CloudFormation console.',
    ),
  'wipe-key-left': (facts) =>
    say(
      'The sign-in was deleted from this computer, but its key is still in the keychain.',
      `The keychain did not let the app remove ${entryOf(facts)}. ${KEY_OPENS_NOTHING}`,
      facts.removed
        ? `Nothing has to be done for your safety. To tidy up, unlock the keychain and delete ${entryOf(facts)} in its own program.`
        : 'Unlock the keychain of this computer, then remove the sign-in again.',
    ),
  'wipe-key-unproven': (facts) =>
    say(
      'The sign-in was deleted from this computer, but the keychain did not confirm that its key is gone.',
      `${capital(entryOf(facts))} may still be there: a question of the keychain may have been refused or closed, and password managers such as KeePassXC keep entries apart for each program start. ${KEY_OPENS_NOTHING}`,
      facts.removed
        ? `Nothing has to be done for your safety. To tidy up, open the program that keeps your passwords and delete ${entryOf(facts)} there.`
        : `Remove the sign-in again, and allow it when a window asks. Or open the program that keeps your passwords, delete ${entryOf(facts)} there, then remove the sign-in again: the app then finds that it is gone.`,
    ),
  'wipe-file-left': (facts) =>
    say(
      'The file with the sealed sign-in could not be deleted from this computer.',
      facts.entry
        ? `Its key, ${entryOf(facts)}, could not be removed from the keychain either: together they still hold the sign-in. AWS ends the session by itself, usually within eight hours.`
        : 'Its key was removed from the keychain, so nobody can open the file any more.',
      facts.removed
        ? `The technical details below name the file. Delete it by hand${facts.entry ? `, and ${entryOf(facts)} in the program that keeps your passwords` : ''}; your IT department can help.`
        : 'Make the app’s folder writable (the technical details below name the file), then remove the sign-in again.',
    ),
  'erase-left': (facts) =>
    say(
      `${capital(named(facts, 'file', 'the file or folder', 'a file of the app'))} could not be deleted.`,
      `This computer refused it${when(facts.reason, (reason) => `(${reason})`)}. The sign-in is told of by itself: this is about what else is kept.`,
      'Close other programs that may use it, and make the folder writable. Then try again, or delete it by hand.',
    ),
  'erase-entry-unproven': (facts) =>
    say(
      `The keychain did not confirm that ${entryOf(facts)} is gone.`,
      'It was made to find out whether the keychain works, holds random characters, and opens nothing.',
      `Allow it when the keychain asks, and try again. Or look for ${entryOf(facts)} in the program that keeps your passwords and delete it there.`,
    ),
  'sign-in-goes-on': (facts) =>
    say(
      'The sign-in as in the AWS console is gone from this computer, but not ended at AWS.',
      `It goes on at AWS${when(facts.until && facts.day, () => `until ${facts.until} on ${facts.day} at the latest`)}, and then ends by itself. The app no longer has the key to it.`,
      'Nothing has to be done.',
    ),
  'wipe-aws-not-told': (facts) =>
    say(
      'The sign-in was deleted from this computer, but AWS could not be told to end the session.',
      'Nobody can use it from here any more. AWS ends the session by itself, usually within eight hours.',
      facts.removed
        ? 'Nothing has to be done. To end the session at once, sign out in the AWS access portal in your browser.'
        : 'Check the network connection, then remove the sign-in again while the app is still open.',
    ),
  unexpected: () =>
    say(
      'The app met a situation that it does not know.',
      'This step stopped. The other steps, and your AWS account, are as they were before it.',
      'Check the step again. If it happens again, copy the technical details below and send them to your IT department or to Spot Support.',
    ),
  'invalid-command': () =>
    say(
      'The window asked for something that the app does not do.',
      `The request was refused. ${NOTHING_CHANGED}`,
      'Close the app and start it again. Your progress is kept.',
    ),
  busy: () =>
    say(
      'This step is still working.',
      'It takes one instruction at a time, so that nothing is done twice.',
      'Wait until it has finished, or cancel it first.',
    ),
  'not-now': () =>
    say(
      'This step cannot do that now.',
      'Either an earlier step is not done yet, or this one is finished.',
      'Continue with the step that the checklist shows as open.',
    ),
  'file-unreadable': (facts) =>
    say(
      `The ${named(facts, 'file', 'file')} cannot be read.`,
      'This computer refused to open it, or it is no longer there.',
      'Check that the file exists and that you may open it, then choose it again.',
    ),
  'file-odd': (facts) =>
    say(
      `${named(facts, 'file', 'The path', 'This path')} does not lead to a file that the app can read.`,
      `${oddly(facts)} It was left as it is, and nothing else is affected.`,
      'Choose another file, or ask whoever set up this computer what it is for.',
    ),
  'hand-over-newer': (facts) =>
    say(
      `${named(facts, 'file', 'The file', 'The file')} was made by a newer version of this app.`,
      'This version cannot read it. Nothing of it was used, and nothing was changed.',
      'Install the newer version, or ask the sender for the page that can be read in a browser (its name ends in “html”) and type in what it says.',
    ),
  'hand-over-other-account': (facts) =>
    say(
      `The file is about ${facts.named ? `the AWS account ${facts.named}` : 'another AWS account'}.`,
      `This connection is about ${fact(facts, 'account', 'another one')}. Nothing of the file was used, and nothing was changed.`,
      'Choose the connection of that account, or a new one.',
    ),
  'hand-over-not-understood': (facts) =>
    say(
      `${named(facts, 'file', 'The file', 'The file')} is not a file that this app could have made.`,
      `It may be damaged, or somebody has changed it. ${
        facts.reason ? `What is not understood stands at: ${facts.reason}. ` : ''
      }Nothing of it was used, and nothing was changed.`,
      'Ask the sender to save and send it again. Their page that can be read in a browser (its name ends in “html”) says the same: its values can be typed in.',
    ),
  'choices-not-understood': (facts) =>
    say(
      'Something that was saved for this connection is not what the app would have saved, so it is not used.',
      `Nobody was contacted because of it and nothing was opened.${when(facts.choices, (ids) => `It is about: ${ids}.`)} Everything else that was saved is used, and nothing in AWS was changed.${when(facts.file, (file) => `The file as it was is kept as ${file}.`)}`,
      'Answer again what the checklist asks. If you did not expect this, tell your IT department: somebody may have changed the app’s files.',
    ),
  'settings-set-aside': (facts) =>
    say(
      'The list of your payer accounts could not be read, so they may stand in another order.',
      `Nothing of them is lost.${when(facts.file, (file) => `What was in the list’s place was kept as ${file}.`)}`,
      'Go on as usual. If you did not expect this, tell your IT department.',
    ),
  'disk-write-failed': (facts) =>
    say(
      'Your progress could not be saved on this computer.',
      `The disk may be full, or the folder may be protected.${when(facts.file, (file) => `The file is ${file}.`)} If the app is closed now, it may ask again for choices you have made; it finds by itself what exists in AWS.`,
      'Make room on the disk or make the folder writable, then check the step again.',
    ),
  'folder-read-only': (facts) =>
    say(
      'The app cannot write into its own folder on this computer.',
      `It keeps your choices and the sealed sign-in there and does not work without it.${when(facts.folder, (folder) => `The folder is ${folder}.`)} Nothing was changed, here or in AWS.`,
      'Ask your IT department to make this folder writable for you, then start the app again.',
    ),
  'folder-not-yours': (facts) =>
    say(
      `${fact(facts, 'folder', 'The app’s folder')} belongs to another user of this computer, so the app does not use it.`,
      'Its owner could read and change at any time what the app keeps there. Nothing was read or written in it, and nothing in AWS was changed.',
      'Start the app as yourself, without “sudo”, and with a folder of your own. Or ask your IT department to make this folder yours.',
    ),
  'trust-not-yours': (facts) =>
    say(
      'Another user of this computer could decide which certificates the app trusts.',
      `They are kept in ${fact(facts, 'folder', 'a folder below your home')}, which is not yours alone. Whoever changes them could read along when you sign in. So the app did not start: nothing was sent, and nothing in AWS was changed.`,
      'Start the app as yourself, with your own home folder. Or ask your IT department to make this folder yours, and writable for nobody else.',
    ),
  'folder-was-open': (facts) =>
    say(
      'Other users of this computer could change the app’s files.',
      `${fact(facts, 'folder', 'The app’s folder')} was open to them. ${facts.still ? 'It cannot be closed: the disk that it is on knows no owners.' : 'It is closed now, to all but you.'} Your sign-in is sealed there, and what was saved is checked before it is used.`,
      facts.still
        ? 'Ask your IT department for a folder that only you can open.'
        : 'Look through the checklist before you go on. If something is not as you left it, tell your IT department.',
    ),
  'folder-place-open': (facts) =>
    say(
      'Other users of this computer can take the app’s folder away.',
      `It lies in ${fact(facts, 'parent', 'a folder')}, into which others can write. A folder that they put in its place would be theirs, and is refused.`,
      'Ask your IT department to close that folder to others, or to keep the app’s folder elsewhere.',
    ),
  'state-set-aside': (facts) =>
    say(
      'The saved progress could not be read, so the app begins with an empty checklist.',
      `The old file was kept${when(facts.file, (file) => `as ${file}`)}. Nothing in your AWS account was touched, and what already exists there is found again.`,
      'Go through the steps again. Your IT department can look at the old file if needed.',
    ),
  'audit-write-failed': (facts) =>
    say(
      'The record of calls could not be written.',
      `The disk may be full, or the folder may be protected.${when(facts.file, (file) => `The file is ${file}.`)} The work goes on and nothing else is affected, but calls from now on may be missing in the record.`,
      'Make room on the disk or make the folder writable. The record goes on by itself, and says how much is missing.',
    ),
  registered: () =>
    say(
      'The last step has been taken, so the plan and the account stay as they are.',
      'Nothing was changed. Looking again reads the steps anew; it does not begin anew.',
      'For another payer account, choose “Add another payer account” at the top of the window. To begin anew with this one, disconnect it first.',
    ),
  'state-newer': (facts) =>
    say(
      `${NEWER_PARTS[facts.part ?? ''] ?? NEWER_PARTS['state']} was written by a newer version of this app.`,
      `This version cannot read it and leaves everything of this connection as it is: nothing was changed, here or in AWS, and nothing can be done with it here.${when(facts.file, (file) => `The file is ${file}.`)} Your other connections are not affected.`,
      `Install the newer version again: it goes on where it was.${when(facts.part === 'vault' ? 'vault' : '', () => 'If a newer version was never used on this computer, the file is damaged: once it is moved away, you sign in again here.')}`,
    ),
  'settings-newer': (facts) =>
    say(
      'The settings of the window were written by a newer version of this app.',
      `This version cannot read them and leaves them as they are${when(facts.file, (file) => `in ${file}`)}. The order of your connections, and which one is shown first, are kept until you close the app. Nothing else is affected.`,
      'Nothing needs to be done. To have your order back, install the newer version again.',
    ),
  'connection-unknown': () =>
    say(
      'This connection is not in the list any more.',
      'It was probably removed a moment ago. The other connections are not affected.',
      'Choose another connection at the top of the window, or add a new one.',
    ),
  'vault-missing': (facts) =>
    say(
      'This computer has no keychain that the app can use.',
      `Sign-ins are only ever saved sealed by the keychain, never in plain text.${because(facts.reason)}`,
      'Ask your IT department to set up the system keychain and try again, or continue for this session only: then you sign in again after closing the app.',
    ),
  'vault-locked': (facts) => {
    switch (facts.reason) {
      case 'no-key':
        return say(
          'The keychain of this computer did not give out the key to your saved sign-in.',
          `Either it is locked, or a question about ${entryOf(facts)} was refused or closed: then nothing is lost. Or that entry is not there any more, for example because the keychain was reset with a new password: then nobody can open the saved sign-in again.`,
          'Unlock the keychain (usually with the password you use for this computer), try again, and allow access when a window asks. Only if it is unlocked and no window asks, forget the saved sign-in and sign in again.',
        )
      case 'refused':
        return say(
          'The keychain of this computer did not keep the key for your sign-in.',
          `A question of the keychain was refused or closed, most likely because it holds ${entryOf(facts)} from earlier and may not replace it. So nothing was saved; your AWS account is not affected.`,
          `Try again, and allow access when a window asks. Or delete ${entryOf(facts)} in the program that keeps your passwords, then try again. Or continue for this session only.`,
        )
      case 'kept':
        return say(
          'The saved sign-in was deleted, but the keychain did not confirm that its key is gone.',
          `${capital(entryOf(facts))} may still be there. ${KEY_OPENS_NOTHING}`,
          `Try again, and allow it when a window asks. Or delete ${entryOf(facts)} in the program that keeps your passwords, then try again.`,
        )
      default:
        return say(
          'The keychain of this computer is locked.',
          `A saved sign-in cannot be opened until you unlock it, and is not lost.${because(facts.reason)}`,
          'Unlock the keychain (usually with the password you use for this computer) and try again, or continue for this session only.',
        )
    }
  },
  'vault-set-aside': (facts) =>
    say(
      'The saved sign-in could not be opened, so you are asked to sign in again.',
      `Its sealed file was damaged or changed, or belongs to another computer or connection. It was kept${when(facts.file, (file) => `as ${file}`)}, opens nothing without the keychain, and is deleted with the sign-in. Your choices and your AWS account are not affected.`,
      'Sign in to AWS again. If you did not expect this, tell your IT department.',
    ),
  'vault-broken': (facts) =>
    facts.reason === 'closed'
      ? say(
          'The keychain of this computer has not been set up yet.',
          `The app cannot save the sign-in. Your AWS account is not affected.${because(facts.reason)}`,
          'Try again, and go through the window that appears to its end. Or continue for this session only.',
        )
      : say(
          'The keychain of this computer did not work.',
          `The app cannot save or open the sign-in. Your AWS account is not affected.${because(facts.reason)}`,
          'Try again. If it stays like this, continue for this session only, and tell your IT department.',
        ),
} satisfies SomeSentences
