/** A variable of the environment that Chromium or Node obeys before anybody can take it away. */
export type Refused = { readonly name: string; readonly why: string }

/** Variables with which the app does not start. */
export const REFUSED: readonly Refused[] = [
  {
    name: 'SSLKEYLOGFILE',
    why: 'Chromium writes the secrets of every TLS connection into the file named there',
  },
  { name: 'ELECTRON_DISABLE_SANDBOX', why: 'the window runs without Chromium’s sandbox' },
  { name: 'CHROME_DEVEL_SANDBOX', why: 'names the program that Chromium runs as its sandbox' },
  { name: 'ELECTRON_ENABLE_LOGGING', why: 'Chromium writes down what happens inside it' },
  { name: 'ELECTRON_LOG_FILE', why: 'Chromium writes down there what happens inside it' },
  { name: 'CHROME_LOG_FILE', why: 'Chromium writes down there what happens inside it' },
  { name: 'ELECTRON_LOG_ASAR_READS', why: 'Electron writes down which files it reads' },
  { name: 'NODE_DEBUG', why: 'Node prints what its connections transfer' },
  { name: 'NODE_DEBUG_NATIVE', why: 'Node prints what its connections transfer' },
  { name: 'NODE_V8_COVERAGE', why: 'Node keeps the program’s code in a folder named there' },
  { name: 'NODE_COMPILE_CACHE', why: 'Node takes the program’s code from a folder named there' },
]

/**
 * What the app leaves in its environment, whose and which computer's it is: by these it finds the
 * person's folders, screen, keyboard, keychain and language. All else is taken out before anything of
 * GTK, GIO or a graphics driver is loaded, since many variables make them load code.
 */
const PERSON =
  /^(HOME|USER|LOGNAME|SHELL|PATH|LANG|LANGUAGE|LC_[A-Z]+|TZ|TMPDIR|DISPLAY|XAUTHORITY|WAYLAND_DISPLAY|DBUS_SESSION_BUS_ADDRESS|XDG_[A-Z_]+|DESKTOP_SESSION|GNOME_DESKTOP_SESSION_ID|KDE_(FULL_SESSION|SESSION_VERSION)|SESSION_MANAGER|BROWSER)$/
/** Input of other scripts, assistive technology, the scale of the screen, Kerberos tickets. */
const DESKTOP =
  /^(GTK_IM_MODULE|QT_IM_MODULE|XMODIFIERS|GNOME_ACCESSIBILITY|NO_AT_BRIDGE|AT_SPI_BUS_ADDRESS|GTK_THEME|GDK_(SCALE|DPI_SCALE|BACKEND)|ELECTRON_OZONE_PLATFORM_HINT|KRB5CCNAME|KRB5_CONFIG)$/
/** On Linux, variables are where many companies set their proxy. */
const PROXY = /^(https?|ftp|all|no|auto)_proxy$/i
/** Names of Windows, which differ in case from one computer to the next. */
const WINDOWS =
  /^(SystemRoot|SystemDrive|windir|ComSpec|PATHEXT|PATH|USERPROFILE|USERNAME|USERDOMAIN(_ROAMINGPROFILE)?|COMPUTERNAME|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA|ProgramData|ALLUSERSPROFILE|PUBLIC|Program(Files(\(x86\))?|W6432)|CommonProgram(Files(\(x86\))?|W6432)|TEMP|TMP|OS|NUMBER_OF_PROCESSORS|PROCESSOR_[A-Z]+|SESSIONNAME|LOGONSERVER)$/i
const MAC = /^(__CF_USER_TEXT_ENCODING|__CFBundleIdentifier|XPC_(FLAGS|SERVICE_NAME)|COMMAND_MODE)$/

/** The name of the first variable that is set and refused, null if none is. */
export function refusedVariable(
  env: Readonly<NodeJS.ProcessEnv>,
  platform: NodeJS.Platform,
): string | null {
  // Windows knows its variables by their names in any case.
  const plain = (name: string): string => (platform === 'win32' ? name.toUpperCase() : name)
  const set = new Set(Object.keys(env).filter((name) => env[name]))
  const known = new Set([...set].map(plain))
  return REFUSED.find(({ name }) => known.has(name))?.name ?? null
}

/** The names of the variables that the app takes out of its environment. */
export function strangeVariables(
  env: Readonly<NodeJS.ProcessEnv>,
  platform: NodeJS.Platform,
): string[] {
  const kept = platform === 'win32' ? [WINDOWS, PROXY] : [PERSON, DESKTOP, PROXY, MAC]
  return Object.keys(env).filter((name) => !kept.some((form) => form.test(name)))
}
