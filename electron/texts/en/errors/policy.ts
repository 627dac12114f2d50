import type { SettingId } from '../../../managed/settings.ts'
import type { Cause } from '../../../managed/unusable.ts'
import { managed } from '../managed.ts'
import { fact, say, when } from './sentence.ts'
import type { SomeSentences } from './sentence.ts'

/** A setting's title, with the name by which administrators know it. */
const setting = (id: string | undefined): string => {
  const title = Object.entries(managed.titles).find(([name]) => name === id)?.[1]
  if (title) return `“${title}” (${id})`
  return id ? `“${id}”` : ''
}

const EVERY_CAUSE: Readonly<Record<Cause, string>> = {
  'not-owned':
    'It, or a folder in which it lies, does not belong to the administrator of this computer.',
  writable: 'It, or a folder in which it lies, can be changed by others than the administrator.',
  link: 'It, or a folder in which it lies, is a link, which could lead anywhere.',
  'not-a-file': 'There is no ordinary file in its place.',
  'too-large': 'It is larger than a policy can be.',
  unreadable: 'It cannot be read.',
  'not-json': 'It is no valid JSON.',
  'not-plist': 'It is no valid property list.',
  'not-settings': 'It does not have the form of a policy: names of settings with their values.',
  'unknown-setting': 'It has a setting that this version of the app does not know.',
  twice: 'It makes the same setting twice.',
  value: 'The value of a setting is not valid.',
  conflict: 'Two of its settings contradict each other.',
}
const CAUSES: Readonly<Record<string, string>> = EVERY_CAUSE

/** What to do instead, where that can be said more closely. */
const INSTEAD: Readonly<Record<string, string>> = {
  AllowOwnTemplates: 'Use the template that comes with the app.',
  AllowSpotApi: 'Register in the Spot console.',
  BucketNamePattern: 'Use a bucket whose name is like the pattern that is set.',
  ClassicBucketNamesOnly: 'Use an ordinary bucket name.',
  RequireExternalId:
    'Enter the external ID that Spot gives you, and use a template whose role nobody can use without it, such as the one that comes with the app.',
} satisfies Partial<Record<SettingId, string>>

/** What the person’s organization has decided on this computer. */
export const policyErrors = {
  'set-by-organization': (facts) =>
    say(
      'Your organization has decided this.',
      `${when(facts.value, (value) => `“${value}” is not allowed here.`)} It is set on this computer${when(setting(facts.setting), (name) => `by the setting ${name}`)}, and nothing in this window changes it. Nothing was done.`.trim(),
      `${INSTEAD[facts.setting ?? ''] ?? 'Choose something that is allowed.'} If you need it otherwise, ask your IT department.`,
    ),
  'policy-unusable': (facts) =>
    say(
      'Your organization’s settings cannot be used.',
      `They are in ${facts.place ?? 'the place for them on this computer'}.${when(CAUSES[facts.cause ?? ''], (cause) => cause)}${when(setting(facts.setting), (name) => `It is about the setting ${name}.`)}${when(facts.line, (line) => `Line ${line}.`)} So that nothing is done that was forbidden, the app does nothing at all. Your AWS account is not affected.`,
      `Your IT department has to correct them there${when(facts.version, (version) => `(this is version ${version} of the app)`)}. Then start the app again.`,
    ),
  'audit-copy-failed': (facts) =>
    say(
      'The record of calls could not be written where your organization wants it.',
      `The folder is ${fact(facts, 'folder', 'set by your organization')}${when(facts.reason, (reason) => `(“${reason}”)`)}. While that is so, nothing is changed in AWS or at Spot from here. What was read until now stays as it is.`,
      'Check that the folder is there and connected, and try again. If it stays like this, ask your IT department to give you the right to write there.',
    ),
} satisfies SomeSentences
