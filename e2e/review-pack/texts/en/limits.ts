/** What is not proven. */
export const limits = {
  points: (shipped: string, tried: string) => [
    'Nobody outside of the project has audited the program or this document; no penetration test by a third party has been made.',
    'The program has been run on Linux (Debian 12, x64) only. What this document says of Windows and macOS follows from the code, from Electron’s documentation and from packages that were built and read back; it was not tried there.',
    `The Electron that packages are made with (${shipped}) has not been run by the project: where it cannot be downloaded, tests take version ${tried}, and so far that was everywhere. What was measured and tried is true of that one.`,
    'Managed settings on Windows and macOS, the package for Windows Installer on a Windows, and the files for macOS on a Mac have not been tried.',
    'Tests run before a simulator that is checked against AWS’s published models, not against AWS itself. What it takes for granted, and how well each is known, is printed by `npm run beliefs`.',
    'How Spot’s API takes the registration is not documented by Spot. “Finish in the Spot console” does not depend on it.',
    'That a PDF conforms to PDF/UA has not been tested. Accessibility of the window: `conformance-report.html` in the project.',
    'AWS has not said that other programs than its own may use the sign-in as in the AWS console. It can be left out.',
  ],
  testing: {
    title: 'How to test it yourself',
    points: [
      'The packages are ordinary programs: install one in a virtual machine, put an inspecting proxy and a system monitor beside it, and press every button. Nothing in AWS is touched before a sign-in, nor changed before a consent.',
      'With the source: `npm ci && npm run demo` plays the whole journey before a simulator of AWS and Spot, without any account; `npm test` runs every test that this document names.',
      'A test in AWS needs a management account of an organization of its own; the program takes nothing else for one.',
    ],
  },
} as const
