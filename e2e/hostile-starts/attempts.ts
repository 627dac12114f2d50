/**
 * Starts that try to make the program do something else. In a word or a value, `{sink}` is a file
 * that does not exist yet, `{program}` a program that leaves a mark when it is run, `{folder}` an
 * app that leaves one when it is loaded, `{script}` a script that does, `{port}` a port on which
 * somebody listens, `{library}` a library that leaves a mark when it is loaded, `{libraries}` its
 * folder, `{driver}` a graphics driver's description that names it.
 */

/** What a switch would do, were it honoured. */
export type Aim = 'redirects' | 'writes' | 'opens' | 'runs' | 'weakens' | 'changes'

/** Switches of Chromium, Electron, V8 and Node, by what they aim at. */
export const SWITCHES: Readonly<Record<Aim, readonly string[]>> = {
  redirects: [
    '--host-resolver-rules=MAP * 127.0.0.1:{port}',
    '--host-rules=MAP * 127.0.0.1:{port}',
    '--proxy-server=http://127.0.0.1:{port}',
    '--proxy-pac-url=http://127.0.0.1:{port}/proxy.pac',
    '--proxy-bypass-list=*',
    '--proxy-auto-detect',
    '--no-proxy-server',
    '--winhttp-proxy-resolver',
    '--auth-server-allowlist=*',
    '--auth-negotiate-delegate-allowlist=*',
    '--auth-schemes=basic',
    '--dns-over-https-templates=http://127.0.0.1:{port}/',
    '--custom-devtools-frontend=http://127.0.0.1:{port}/',
  ],
  writes: [
    '--log-net-log={sink}',
    '--net-log-capture-mode=Everything',
    '--ssl-key-log-file={sink}',
    '--enable-logging',
    '--enable-logging=file',
    '--log-file={sink}',
    '--log-level=0',
    '--v=3',
    '--vmodule=*=3',
    '--trace-startup',
    '--trace-startup-file={sink}',
    '--trace-config-file={sink}',
    '--enable-tracing',
    '--enable-tracing-output={sink}',
    '--js-flags=--prof --logfile={sink}',
    '--crash-dumps-dir={sink}',
    '--disk-cache-dir={sink}',
    '--dump-browser-histograms={sink}',
    '--record-type=tab-capture',
  ],
  opens: [
    '--remote-debugging-port=0',
    '--remote-debugging-address=0.0.0.0',
    '--remote-debugging-pipe',
    '--remote-allow-origins=*',
    '--inspect',
    '--inspect=0',
    '--inspect-brk=0',
    '--inspect-port=0',
    '--inspect-publish-uid=http',
    '--debug-port=0',
    '--auto-open-devtools-for-tabs',
    '--enable-automation',
    '--load-extension={folder}',
    '--disable-extensions-except={folder}',
  ],
  runs: [
    '--renderer-cmd-prefix={program}',
    '--utility-cmd-prefix={program}',
    '--gpu-launcher={program}',
    '--renderer-startup-dialog',
    '--utility-startup-dialog',
    '--gpu-startup-dialog',
    '--wait-for-debugger-children',
    '--require={script}',
    '-r={script}',
    '--import={script}',
    '--loader={script}',
    '--eval=process.exit(7)',
    '-e=process.exit(7)',
    '--app={folder}',
    '--app-path={folder}',
    '--interactive',
  ],
  weakens: [
    '--ignore-certificate-errors',
    '--ignore-certificate-errors-spki-list=AAAA',
    '--ignore-urlfetcher-cert-requests',
    '--allow-insecure-localhost',
    '--allow-running-insecure-content',
    '--unsafely-treat-insecure-origin-as-secure=http://127.0.0.1:{port}',
    '--ssl-version-max=tls1.2',
    '--cipher-suite-blacklist=0x1301',
    '--disable-web-security',
    '--disable-site-isolation-trials',
    '--no-sandbox',
    '--disable-setuid-sandbox',
    '--disable-namespace-sandbox',
    '--disable-seccomp-filter-sandbox',
    '--disable-gpu-sandbox',
    '--allow-sandbox-debugging',
    '--single-process',
    '--in-process-gpu',
    '--no-zygote',
    '--test-type',
    '--disable-features=IsolateOrigins',
    '--enable-features=x',
    '--enable-blink-features=x',
    '--force-fieldtrials=x/y',
    '--js-flags=--allow-natives-syntax',
    '--bypasscsp-schemes=app',
    '--cors-schemes=app',
    '--password-store=basic',
    '--use-mock-keychain',
  ],
  changes: [
    '--help',
    '-h',
    '--headless',
    '--user-data-dir=',
    '--lang=../../x',
    '--ozone-platform=headless',
    '--force-device-scale-factor=x',
    '--app-user-model-id=x',
    '--single-argument',
    '--disable-gpu=1',
    '-psn_0_1',
    '-Embedding',
    '--refused-start=<b>',
    '--',
    '-',
  ],
}

/** The same switch in the other ways in which Chromium reads one, on Linux. */
export const FORMS: readonly ((word: string) => string)[] = [
  (word) => word.replace(/^--/, '-'),
  (word) => ` ${word}`,
  (word) => `\t${word} `,
]

/** With these the program is one of Chromium's helpers, which do nothing by themselves. */
export const HELPERS = ['renderer', 'utility', 'gpu-process', 'zygote', 'relauncher'] as const

/** Words that are neither switches nor one file. */
export const WORDS: readonly (readonly string[])[] = [
  ['{folder}'],
  ['/dev/zero'],
  ['{fifo}'],
  ['http://127.0.0.1:{port}/'],
  ['nothing-of-this-name'],
  [''],
  ['{script}', '{script}'],
]

/** Variables with which the app ends. */
export const REFUSED_VARIABLES: Readonly<Record<string, string>> = {
  SSLKEYLOGFILE: '{sink}',
  CHROME_DEVEL_SANDBOX: '{program}',
  ELECTRON_ENABLE_LOGGING: '1',
  ELECTRON_DISABLE_SANDBOX: '1',
  ELECTRON_LOG_ASAR_READS: '1',
  ELECTRON_LOG_FILE: '{sink}',
  CHROME_LOG_FILE: '{sink}',
  NODE_DEBUG: 'http,net,tls',
  NODE_DEBUG_NATIVE: 'http',
  NODE_V8_COVERAGE: '{sink}',
  NODE_COMPILE_CACHE: '{sink}',
}

/** Variables that have no say: the whole sign-in goes on under each of them. */
export const IDLE_VARIABLES: Readonly<Record<string, string>> = {
  AWS_ENDPOINT_URL: 'http://127.0.0.1:{port}',
  AWS_ENDPOINT_URL_SSO_OIDC: 'http://127.0.0.1:{port}',
  AWS_ENDPOINT_URL_SSO: 'http://127.0.0.1:{port}',
  AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:{port}',
  AWS_ENDPOINT_URL_ORGANIZATIONS: 'http://127.0.0.1:{port}',
  AWS_CONFIG_FILE: '{script}',
  AWS_CA_BUNDLE: '{script}',
  AWS_REGION: 'eu-west-1',
  AWS_PROFILE: 'nobody',
  SPOT_API_URL: 'http://127.0.0.1:{port}',
  ECO_CONNECT_OPEN_URL_COMMAND: '{program}',
  ECO_CONNECT_AWS_FOLDER: '{folder}',
  ECO_CONNECT_DEMO: '1',
  ELECTRON_RUN_AS_NODE: '1',
  ELECTRON_FORCE_IS_PACKAGED: '0',
  ELECTRON_IS_DEV: '1',
  ELECTRON_EXTRA_LAUNCH_ARGS: '--remote-debugging-port=0',
  ELECTRON_OVERRIDE_DIST_PATH: '{folder}',
  NODE_OPTIONS: '--require={script}',
  NODE_EXTRA_CA_CERTS: '{script}',
  NODE_TLS_REJECT_UNAUTHORIZED: '0',
  NODE_PATH: '{folder}',
  NODE_REDIRECT_WARNINGS: '{sink}',
  OPENSSL_CONF: '{script}',
  GTK_MODULES: '{library}',
  GTK_PATH: '{libraries}',
  GIO_EXTRA_MODULES: '{libraries}',
  GIO_MODULE_DIR: '{libraries}',
  VK_ICD_FILENAMES: '{driver}',
  VK_DRIVER_FILES: '{driver}',
  GDK_PIXBUF_MODULE_FILE: '{script}',
  SSL_CERT_FILE: '{script}',
}

/** Starts that are allowed: the sign-in goes on under each of them. */
export const ALLOWED_WORDS: readonly (readonly string[])[] = [
  [],
  ['--lang=de', '--disable-gpu'],
  ['--force-device-scale-factor=1.5', '--ozone-platform=x11'],
  ['{script}'],
]

/** Names that a copy of the program may be given; some mean something to Electron. */
export const NAMES = ['electron', 'Electron', 'node', 'chrome'] as const
