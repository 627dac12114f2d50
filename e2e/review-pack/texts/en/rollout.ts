/** Getting it onto computers, and off them again. */
export const rollout = {
  supplyChain: {
    packagesTitle: 'Every package, by process',
    packagesHead: ['Process', 'Packages with their versions'],
    processes: { main: 'Main process', window: 'Window', keychain: 'Keychain' },
    points: (packages: number) => [
      `The program contains something of ${packages} open-source packages. Each has its version, licence and reason in the project’s list, which a test compares with a build; all licences are permissive.`,
      'Every package is pinned by the SHA-512 of its content and comes from the npm registry. No install script runs, on developers’ machines or in continuous integration.',
      'Beside every package lie a bill of materials (`sbom.cdx.json`) and a statement of what each known advisory means for it (`vex.cdx.json`), both CycloneDX 1.5. An advisory that touches the program and that nobody has judged fails the tests.',
      'A package contains the program, its Electron and the documents that are named, and nothing else; packaging fails on any other file, and on code for test tools.',
    ],
  },
  verification: {
    intro: [
      'A release is a folder: packages, `sbom.cdx.json`, `vex.cdx.json`, the licences of what others made, and `SHA256SUMS` with the hash of each. `SHA256SUMS.sig` is the releaser’s signature of it. A folder without one is unsigned: its hashes show damage, and nobody says who made it.',
    ],
    hashes: {
      title: '1. Are these the files that were released?',
      means:
        'Linux; on macOS `shasum --algorithm 256 --check SHA256SUMS`, on Windows `certutil -hashfile FILE SHA256` for each file:',
    },
    signature: {
      title: '2. Did the releaser release them?',
      means:
        'The releaser publishes the public key apart from the packages; keep it in a file `allowed_signers`, one line with `releaser` before the key. The same command on every system, by the OpenSSH that comes with it:',
    },
    rebuild: {
      title: '3. Does the source give these files?',
      means:
        'In a checkout of the released version, on Linux x64; each artefact is compared byte by byte:',
    },
    installed: {
      title: '4. Is what is installed still that?',
      means:
        'Each line names every file that was changed since, and says nothing where there is none. On Windows and for the `.tar.gz`, compare with `sbom.cdx.json`, which has the SHA-256 of every installed file:',
    },
    more: 'The long form, with reasons, is `resources/security/verify.md` in the project.',
  },
  installation: {
    intro: (profile: string): readonly string[] => [
      'A package for all users is installed by an administrator and belongs to root (on Windows to the administrators), so that nobody else can change the program. None of these lines asks anything or opens a window. The packages download nothing; libraries of the system that are missing come from wherever the computer gets its own packages (a desktop has most of them).',
      `Nothing is started after the installation, and nothing has to be restarted. The only script is that of the Debian package: where AppArmor 4 is there, it puts the profile \`${profile}\` in place, which lets Chromium build its sandbox and restricts nothing, and takes it away with the package. A newer version is installed in the same way over the older one; people’s profiles are left alone.`,
    ],
    head: ['Package', 'Install, or upgrade', 'Remove', 'Where'],
    packages: {
      deb: 'Debian, Ubuntu (`.deb`)',
      rpm: 'RHEL, Fedora, SUSE (`.rpm`)',
      tar: 'Other Linux (`.tar.gz`)',
      msi: 'Windows 10 and 11 (`.msi`)',
    },
    untar: 'Unpack as root; `chrome-sandbox` gets owner root and mode 4755',
    untarRemove: 'Delete the folder',
    anywhere: 'Where you unpack it, for example `/opt`',
    programFiles: 'Program Files',
    besideTitle: 'What it adds beside its folder',
    besideHead: ['System', 'What', 'Removed with the package'],
    beside: {
      linux: 'Linux (.deb, .rpm)',
      apparmor: 'Debian, Ubuntu with AppArmor 4 (.deb)',
      win32: 'Windows (.msi)',
      menu: 'Entry in the Start menu',
      type: (extension: string) =>
        `File type \`.${extension}\`, under \`HKEY_LOCAL_MACHINE\\Software\\Classes\``,
      listed: 'Windows Installer’s own list of what is installed',
      all: 'All of it',
    },
    notes: [
      'Windows: `INSTALLFOLDER="D:\\Eco Connect"` chooses another folder, `/l*v FILE.log` writes a log; no custom action runs. An older version is refused over a newer one: remove the newer one first.',
      'macOS: a `.zip` of the program is made for Apple silicon (arm64), neither signed nor notarised, so that macOS does not open it as a download. A disk image and an installer package are configured and can be made on a Mac only; nobody has made them.',
      'Of the packages for Linux the installation, the upgrade with the program open and the removal were tried on clean Debian systems. The package for Windows Installer was built and read back, and tried with Wine; it has not been installed on a Windows.',
      'An artefact whose name ends in `-test-runtime` holds the project’s test runtime and is not to be distributed.',
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
      desktop: 'What the desktop keeps for every program (Linux)',
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
