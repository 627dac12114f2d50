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
    deploy: 'Putting them in place',
    deployLead:
      'The examples make two settings. Begin with few, on one computer, and go on when you have seen what people see.',
    deploys: {
      linux: (file: string) =>
        `Linux: write a file such as ${file}, and install it as root, by hand or with what manages your computers:`,
      windows:
        'Windows: put eco-connect.admx and the folders en-US and de-DE into the PolicyDefinitions folder of your domain (its central store), or import the admx and an adml file in Intune. The settings are then in the policy editor, under Computer Configuration, Administrative Templates, Eco Connect. For a test on one computer, in a prompt of an administrator:',
      mac: (file: string) =>
        `macOS: take ${file} as a beginning, keep what you want of it, give it identifiers of your own, and hand it out with your device management. Its part for Eco Connect says:`,
    },
    check: 'Seeing that they count',
    checks: [
      'Settings count from the next start of the app: quit it and start it again.',
      'What is set says “Set by your organization” in the window, with the title of the setting.',
      'Help, “Details for support” lists the names of all settings that change something; values are not in it.',
      'Make a mistake on purpose, such as a name that does not exist: the app shows the place and the line, and does nothing else. If it starts as ever, it has not found your settings.',
    ],
    checkPlaces: 'To read what has arrived on the computer:',
    people: 'What people see',
    peopleSee:
      'A field with one allowed value is filled in and cannot be changed; with several it is a choice. Ways that are turned off are not offered, and their number is said. Whatever is tried all the same is refused in the step with the name of the setting, before anything is changed. Where you have named whom to ask, that stands beside it and in Help.',
    versions: 'Versions of the app',
    versionsMean:
      'A version that does not know a setting refuses them all and does nothing: nobody gets round a setting with an older app. So update the app everywhere first, and make a new setting afterwards; each says since which version it is known.',
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
