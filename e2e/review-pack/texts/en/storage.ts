/** What is kept on a computer, where and how long. */
export const storage = {
  intro: [
    'Everything that the program keeps lies in one profile folder of the person. It is created for its owner only (mode 0700, files 0600 on Linux and macOS; on Windows it inherits the access lists of the person’s own folders). A folder of another user is refused at the start, one that is open to others is closed, and told.',
  ],
  placesTitle: 'Where, by platform',
  placesHead: ['Platform', 'Profile folder', 'Keychain', 'Registry, system settings'],
  places: {
    linux: [
      'Linux',
      'Secret Service (GNOME Keyring, KWallet, KeePassXC)',
      'None at run time. A package for all users adds a menu entry and a file type, that of Debian an AppArmor profile.',
    ],
    win32: [
      'Windows',
      'Credential Manager, generic credentials',
      'The program’s own code writes no key; it reads what an administrator has set (“Managed settings”). The package for all users adds a menu entry and a file type. What Electron writes there has not been measured.',
    ],
    darwin: [
      'macOS',
      'Login keychain',
      'None by the program’s own code. What Electron writes there has not been measured.',
    ],
  },
  entry: 'Entry',
  filesTitle: 'Files in the profile folder',
  filesHead: ['File', 'What it holds', 'How long'],
  files: {
    settings: [
      'The order of the connections, which one was shown last, the language that was chosen.',
      'Until everything is removed.',
    ],
    place: ['Where the window was.', 'Until everything is removed.'],
    state: [
      'Choices, ids of what was created, who approved the template (ARN) and which bytes, which steps were proven when, what the last look found. No secret.',
      'Until the connection is removed from the program.',
    ],
    vault: [
      'The sign-in (tokens), sealed with AES-256-GCM; the key is in the keychain.',
      'Until the registration, signing out, or the end of the sign-in.',
    ],
    keyNote: ['Nothing: says that the keychain may hold a key.', 'As the vault.'],
    record: [
      'One line for each call to AWS and Spot and each change that was agreed to; see “Logs and retention”. No secret, no content.',
      'Until the connection is removed from the program.',
    ],
    summary: [
      'What was registered: names, ARN of the role, dates.',
      'Until the connection is removed from the program.',
    ],
    pages: [
      'Pages of the record and of the plan, made anew when somebody opens them.',
      'As the record.',
    ],
    begun: [
      'Nothing: says that everything is being removed, so that the next start goes on with it.',
      'While that runs.',
    ],
    setAside: [
      '`….unreadable-…` beside a file: what was found in its place and could not be read, kept as it was. `….tmp-…`: half of a file that was being replaced.',
      'Until the connection, or everything, is removed.',
    ],
    chromium: [
      'Chromium’s own files (caches of the window’s code, preferences, `Network Persistent State`). No secret; no page of AWS or Spot is ever shown in the program.',
      'Until everything is removed.',
    ],
  },
  keychainTitle: 'Entries in the keychain',
  keychain: (entry: string) =>
    `For each connection that is signed in by a way that outlives the program: one entry, named \`${entry}\`, whose value is a random key. It opens one file on this computer and nothing else. A short-lived entry of the same form is written and removed to try whether the keychain works.`,
  neverTitle: 'Never written anywhere',
  nevers: [
    'Passwords and second factors of AWS: they are typed in the browser.',
    'Pasted keys, and what a profile of the AWS CLI gives. The files of the AWS CLI are read only when somebody asks, and never written.',
    'The Spot API token, and the password of a proxy.',
    'Content of the cost report.',
  ],
  withoutKeychain:
    'Where there is no keychain, nothing is written: the sign-in is in memory only and ends with the program.',
  outside: {
    title: 'Beside the profile folder',
    means:
      'Not the program but the libraries that Electron rests on keep files of their own in the home folder, as for every program with windows. No secret and nothing of a connection is in them. On Debian 12 a test finds them in no other folder than these:',
    more: 'The driver of a graphics card may keep a cache of its own there, and where a file was chosen in a dialog, GTK may note its name (`~/.local/share/recently-used.xbel`). While the program runs, a folder `scoped_dir…` in the temporary folder has the socket by which a second start finds the first. On Windows and macOS nobody has looked.',
  },
} as const
