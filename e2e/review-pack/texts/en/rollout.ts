/** Getting it onto computers, and off them again. */
export const rollout = {
  supplyChain: {
    points: (packages: number) => [
      `The program contains something of ${packages} open-source packages. Each has its version, licence and reason in the project’s list, which a test compares with a build; all licences are permissive.`,
      'Every package is pinned by the SHA-512 of its content and comes from the npm registry. No install script runs, on developers’ machines or in continuous integration.',
      'Beside every package lie a bill of materials (`sbom.cdx.json`) and a statement of what each known advisory means for it (`vex.cdx.json`), both CycloneDX 1.5. An advisory that touches the program and that nobody has judged fails the tests.',
      'A package contains the program, its Electron and the documents that are named, and nothing else; packaging fails on any other file, and on code for test tools.',
    ],
  },
  verification: {
    intro: ['Before a package is distributed:'],
    points: [
      'Read the bill of materials and the statement about advisories beside it (`sbom.cdx.json`, `vex.cdx.json`).',
      'The archive is made so that who packs it and when leaves no trace in it: the same inputs give the same bytes.',
    ],
  },
  installation: {
    intro: [
      'A package for all users is installed by an administrator and belongs to root (on Windows to the administrators), so that nobody else can change the program.',
    ],
    points: [
      'Linux, `tar.gz`: unpack as root, for example into `/opt`, and set owner root and mode 4755 on `chrome-sandbox`. Nothing else is done: no script runs. To remove it, delete the folder.',
    ],
  },
  leftovers: {
    intro: [
      'A package, removed or purged, takes what it has installed. It never reaches into home folders: what a person has done there is theirs, and other people on the computer have theirs.',
    ],
    head: ['What remains', 'Where'],
    rows: {
      profile: 'Profile folder: choices, record, and a sign-in, if one is kept',
      keychain: 'Entries in the keychain',
      saved: 'Documents that somebody saved',
    },
    savedWhere: 'Wherever they were saved',
    beforeTitle: 'Before the program is removed: by the person, completely',
    before: [
      'In the program: menu beside the connection’s name, “Remove everything from this computer…”. It has AWS end the sign-ins, removes the keychain entries until the keychain has confirmed it, then the files, and names what could not be removed.',
    ],
    afterTitle: 'After it was removed: by hand, for one person',
    after: (folders: readonly string[], entry: string) => [
      `Delete the profile folder: ${folders.map((folder) => `\`${folder}\``).join(', ')}.`,
      `Delete keychain entries that begin with \`${entry}\`. Without the file that they open they are of no use.`,
      'A sign-in at AWS that was not ended ends by itself; see “Cutting the connection centrally” for ending it at once.',
    ],
  },
} as const
