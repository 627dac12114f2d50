/** How the program is confined: read from the code and the packaging configuration. */
export const hardening = {
  fusesTitle: 'Fuses of the program',
  fusesMeans:
    'Set when it is packaged, and read back from the packaged program; packaging fails if one stands wrong.',
  fusesHead: ['Fuse', 'Stands', 'What that means'],
  on: 'on',
  off: 'off',
  fuses: {
    'run as Node': 'The program cannot be used to run other scripts (`ELECTRON_RUN_AS_NODE`).',
    'cookie encryption': 'What Chromium keeps as cookies is encrypted. The program keeps none.',
    NODE_OPTIONS: 'The variables `NODE_OPTIONS` and `NODE_EXTRA_CA_CERTS` are not obeyed.',
    'inspect arguments': 'No debugger can be attached by `--inspect` and the like.',
    'asar integrity':
      'The archive with the code is checked against its hash: by Electron on Windows and macOS only. On Linux the installation has to belong to root.',
    'only from asar': 'Code is loaded from that archive and from nowhere beside it.',
    'browser V8 snapshot':
      'The main process starts from the same snapshot of V8 as the windows, and from none beside the program.',
    'file privileges': 'Pages from `file:` have no special rights. None is ever shown.',
  } as Readonly<Record<string, string>>,
  windowTitle: 'The window',
  windowMeans:
    'One page, from the program’s own archive, under a scheme of its own. It has no network, no Node.js and three functions to speak to the main process. Two more windows come and go: one for a proxy’s password, with the same settings and three functions of its own; and one that nobody sees, in which a document becomes paper, without JavaScript and without any function.',
  windowHead: ['Setting of Electron', 'Value'],
  cspTitle: 'Content security policy of the page',
  refusedTitle: 'Refused, whatever asks',
  refused: [
    'Every permission of a page (camera, microphone, location, notifications of a page, clipboard reading, USB, HID, serial, Bluetooth …), when it is asked for and when it is checked.',
    'New windows, navigation away from the page, redirects, embedded web views, downloads, file addresses.',
    'Spell checking and its dictionaries, network error reports, DNS over HTTPS, WebRTC past the proxy.',
    'A certificate that Chromium does not accept: the request ends before anything is sent.',
  ],
  startTitle: 'What a start may bring along',
  startMeans:
    'Chromium knows hundreds of switches, some of which would lead connections elsewhere or write down what is transferred. These pass; any other ends the program before it connects to anything. `npm run hostile-starts` tries some five hundred.',
  startHead: ['Switch', 'Why it is allowed'],
  variablesTitle: 'Variables with which it does not start',
  variablesHead: ['Variable', 'Why'],
  variablesMeans:
    'Of all other variables only those stay that say who the person is, where screen, keychain and proxy are, and how the desktop looks.',
  sandbox:
    'Chromium’s sandbox is always on. On Linux it needs user namespaces, or the helper `chrome-sandbox` with the setuid bit, as a package for all users installs it.',
} as const
