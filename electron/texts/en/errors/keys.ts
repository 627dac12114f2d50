import { list, plural } from '../locale.ts'
import { fact, named, say, when } from './sentence.ts'
import type { Known, SomeSentences } from './sentence.ts'

const UNTOUCHED = 'Nobody was signed in, and nothing in AWS was changed.'
const WHERE =
  'In the AWS access portal, “Access keys” beside your account shows them; otherwise ask your IT department or helpdesk.'
const PARTS: Readonly<Record<string, string>> = {
  accessKeyId: 'the access key ID (it begins with ASIA)',
  secretAccessKey: 'the secret access key',
  sessionToken: 'the session token (the long one)',
}
/** The parts that are missing, separated by commas. */
const partsOf = (facts: Known<'missing'>): readonly string[] =>
  (facts.missing ?? '').split(',').map((part) => PARTS[part] ?? 'a part')
const profile = (facts: Known<'profile'>): string =>
  named(facts, 'profile', 'profile', 'this profile')
const withCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Pasted short-lived keys, and profiles of the AWS CLI. */
export const keysErrors = {
  'keys-empty': () =>
    say(
      'Paste the keys of your AWS account.',
      'They consist of three parts: access key ID, secret access key and session token.',
      WHERE,
    ),
  'keys-unreadable': () =>
    say(
      'There are no AWS keys in this text.',
      `The app looks for an access key ID, a secret access key and a session token. ${UNTOUCHED}`,
      'Copy the whole block again, with its names, or use the three fields.',
    ),
  'keys-incomplete': (facts) =>
    say(
      plural(partsOf(facts).length, {
        one: `${withCapital(list(partsOf(facts)))} is missing.`,
        other: `${withCapital(list(partsOf(facts)))} are missing.`,
      }),
      `Short-lived keys work only with all three parts. ${UNTOUCHED}`,
      'Copy the whole block, to its end, and paste it again.',
    ),
  'keys-broken': () =>
    say(
      'The keys in this text were broken up on the way.',
      `A window or a mail program has put line breaks or signs of its own into them, and the app cannot tell where a key ends. ${UNTOUCHED}`,
      'Copy the keys again from the page that shows them, or put each key into its own field, in one line.',
    ),
  'keys-several': () =>
    say(
      'There is more than one set of keys in this text.',
      `The app does not guess which one you mean. ${UNTOUCHED}`,
      'Paste only the keys of the account that you want to connect.',
    ),
  'keys-long-lived': () =>
    say(
      'These are long-lived keys (AKIA…), which this app does not take.',
      `They have no end: whoever gets hold of them can use them until somebody notices. ${UNTOUCHED}`,
      `Use keys that begin with ASIA and come with a session token. ${WHERE}`,
    ),
  'keys-refused': (facts) =>
    say(
      facts.reason === 'expired' ? 'These keys have expired.' : 'AWS does not know these keys.',
      `${facts.reason === 'expired' ? 'Short-lived keys last from some minutes to some hours.' : 'Most often a character was lost when they were copied.'} ${UNTOUCHED}`,
      'Get new keys, copy them whole, and paste them again.',
    ),
  'keys-ended': () =>
    say(
      'The keys that you pasted have expired.',
      'Short-lived keys last from some minutes to some hours. What was done before stays as it is, and work that AWS has begun goes on.',
      'Get new keys and paste them. This step goes on where it was.',
    ),
  'profile-missing': (facts) =>
    say(
      `There is no ${named(facts, 'profile', 'profile')} of the AWS CLI on this computer.`,
      'It may have been renamed or removed since the list was made.',
      'Choose another profile, or sign in another way. If it is in another folder of yours, choose that folder first.',
    ),
  'profile-long-lived': (facts) =>
    say(
      `${withCapital(profile(facts))} rests on long-lived keys (AKIA…), which this app does not use.`,
      `They have no end: whoever gets hold of them can use them until somebody notices. ${UNTOUCHED}`,
      'Choose a profile with a sign-in (aws sso login or aws login), or paste short-lived keys.',
    ),
  'profile-process': (facts) =>
    say(
      `${withCapital(profile(facts))} gets its keys from another program (credential_process).`,
      `This app starts no other program. ${UNTOUCHED}`,
      `Run aws configure export-credentials${when(facts.profile, (name) => `--profile ${name}`)} yourself, and paste what it prints.`,
    ),
  'profile-mfa': (facts) =>
    say(
      `${withCapital(profile(facts))} asks for a code of an MFA device.`,
      `Such a profile needs your code each time, which only the AWS CLI itself can ask for. ${UNTOUCHED}`,
      `Run aws configure export-credentials${when(facts.profile, (name) => `--profile ${name}`)} yourself, and paste what it prints.`,
    ),
  'profile-unsupported': (facts) =>
    say(
      `${withCapital(profile(facts))} signs in in a way that this app does not know.`,
      `It needs ${fact(facts, 'setting', 'settings that are missing or not supported here')}. ${UNTOUCHED}`,
      `Choose another profile, or run aws configure export-credentials${when(facts.profile, (name) => `--profile ${name}`)} yourself and paste what it prints.`,
    ),
  'profile-ended': (facts) =>
    facts.silent
      ? say(
          `The credentials of ${profile(facts)} have run out.`,
          'A sign-in with aws login gives credentials for fifteen minutes. The AWS CLI renews them by itself with its next command, for up to twelve hours; the app only reads what the CLI has stored. What was done before stays as it is, and work that AWS has begun goes on.',
          `Run ${facts.silent} in a terminal, then choose the profile again. If the CLI says that the sign-in has ended, run ${fact(facts, 'command', 'aws login')} first. This step goes on where it was.`,
        )
      : say(
          `The sign-in of ${profile(facts)} has ended, or there was none yet.`,
          'The app only reads what the AWS CLI has stored, and does not renew it. What was done before stays as it is, and work that AWS has begun goes on.',
          facts.command
            ? `Run ${facts.command} in a terminal, then choose the profile again. This step goes on where it was.`
            : 'Put new short-lived keys into the profile, the way you got them before, then choose it again. This step goes on where it was.',
        ),
  'profile-refused': (facts) =>
    say(
      `AWS does not let ${profile(facts)} in.`,
      `Its keys are not known to AWS, or the role of the profile may not be used from it. ${UNTOUCHED}`,
      'Choose another profile, sign in another way, or ask your AWS administrator.',
    ),
  'profile-other-account': (facts) =>
    say(
      `The ${profile(facts)} now leads into account ${fact(facts, 'came', 'another one')}, and no longer into ${fact(facts, 'account', 'the one being connected')}.`,
      `Whatever renews its keys has put in those of another account. The app stopped before using them. ${UNTOUCHED}`,
      'Switch the profile back to the right account and choose it again, or sign in another way.',
    ),
  'profile-files-unreadable': (facts) =>
    say(
      'The files of the AWS CLI on this computer cannot be read.',
      `${facts.file ? `The file is ${facts.file}. ` : ''}${UNTOUCHED}`,
      'Check that the file is yours to read, or sign in another way.',
    ),
  'profile-folder-empty': (facts) =>
    say(
      `There are no files of the AWS CLI in ${fact(facts, 'folder', 'this folder')}.`,
      `The app looks for a file named “config” and one named “credentials”, there and in a folder “.aws” in it. ${UNTOUCHED}`,
      'Choose the folder in which these files lie. Whoever set up the AWS CLI on this computer knows it.',
    ),
  'profile-too-many': (facts) =>
    say(
      `The files of the AWS CLI on this computer hold ${fact(facts, 'count', 'many')} profiles.`,
      `The app lists up to ${fact(facts, 'limit', 'a few hundred')}: nobody finds the right one among more. ${UNTOUCHED}`,
      'Sign in with your access portal or paste short-lived keys. Or ask your AWS administrator for a file with the profiles that you use.',
    ),
} satisfies SomeSentences
