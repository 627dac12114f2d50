/** Who stands behind a release, and how long. */
export const support = {
  releaseTitle: 'Contacts and licence',
  incidentTitle: 'If something happens at the vendor',
  releaseHead: ['Field', 'Value'],
  release: {
    vendor: 'Published by',
    address: 'Address',
    licence: 'Licence',
    vulnerabilities: 'Where to report a vulnerability',
    contact: 'Where people get help',
    until: 'Supported until',
  },
  releaseMeans:
    'These are the owner’s to fill in (`resources/packaging/release.json`). A package for people is refused while one is missing.',
  updatesTitle: 'Electron, Chromium and other parts',
  updates: [
    'Electron stays at the newest patch of a major version that its makers support.',
    'A release with a security fix of Chromium or Electron is taken within a week; a new major version before the support of the old one ends. AWS’s clients follow once a month.',
    'For a weakness in the program’s own code no period is promised here. Whoever publishes the program tells it under the contact above.',
    'The program does not update itself and asks nobody whether there is a newer one: new packages are distributed like the first. Whoever distributes it subscribes to the releases.',
    'An update reads what earlier versions kept; going back to an earlier version is safe as well. Profiles of earlier versions are kept as tests.',
  ],
  judged: (day: string) =>
    `Advisories about the packages and Electron were last read on ${day}; what each means for the program stands in \`vex.cdx.json\`. What became known later is not in it.`,
  incident:
    'The project runs no service and holds no data of customers: an incident at the project can concern the packages only. Compare a download with its published hash and signature, and see the contact above.',
} as const
