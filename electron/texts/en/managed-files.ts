import type { Worded } from '../catalogue.ts'

/** Words of the files that are made for administrators (`resources/managed`), and nowhere in the app. */
export const administrators = {
  title: 'Eco Connect: settings by your organization',
  category: 'Eco Connect',
  description: 'What people may do with Eco Connect, decided before anybody opens it.',
  since: (version: string) => `Eco Connect ${version} or later`,
  forbids: (what: string) => `What it forbids: ${what}`,
  name: (id: string) => `Name of the value: ${id}`,
  /** Beside the field in the policy editor. */
  entries: 'One entry per line:',
  value: 'Value:',
  choices: { en: 'English', de: 'German (Deutsch)' },
  profile: 'Example: every setting of Eco Connect with a value. Remove those that you do not want.',
  page: {
    where: 'Where the settings are made',
    lead: 'Eco Connect reads these settings once, at its start, from one place that only an administrator can change. People cannot change them in the app; where they decide something, the window says so. Nothing of it is sent anywhere.',
    places: {
      linux:
        'Linux: one JSON file, in UTF-8. The file and every folder above it belong to root, nobody else can write to them, and none of them is a link. The form is in policy.schema.json.',
      windows:
        'Windows: values of this key, best by Group Policy or Intune with eco-connect.admx. What is set for a user (HKEY_CURRENT_USER) is not read.',
      mac: 'macOS: what a configuration profile forces for the preferences domain com.spot.eco-connect; for a user before for the computer, setting by setting. What people write with “defaults” is not read.',
    },
    strict:
      'If the settings are there and cannot be read, or one of them is unknown or not valid, the app does nothing at all: it names the place and the cause. An unknown name is one that this version of the app does not know: settings of a later version are made after the app is updated. Where no place has settings, nothing is forbidden.',
    settings: 'The settings',
    table: { name: 'Name', kind: 'Kind', example: 'Example', since: 'Since version' },
    kinds: {
      switch: 'true or false (in the registry: REG_DWORD, 1 or 0)',
      text: 'text (in the registry: REG_SZ)',
      choice: 'one of some words (in the registry: REG_SZ)',
      number: 'whole number (in the registry: REG_DWORD)',
      list: 'list of texts (in the registry: REG_MULTI_SZ)',
    },
    forbids: 'What it forbids',
  },
} as const

/** Their form in any language. */
export type Administrators = Worded<typeof administrators>
