/** A variable of the environment that Chromium or Node obeys before anybody can ask it not to. */
export type Refused = { readonly name: RegExp; readonly why: string }

/**
 * Variables with which the app does not start. All others have no say: the package's fuses are set,
 * the AWS SDK's own are removed, and the app reads none. A company's proxy variables are the system's
 * proxy settings on Linux, and stay.
 */
export const REFUSED: readonly Refused[] = [
  {
    name: /^SSLKEYLOGFILE$/,
    why: 'Chromium writes the secrets of every TLS connection into the file named there',
  },
  {
    name: /^CHROME_DEVEL_SANDBOX$/,
    why: 'names the program that Chromium runs as its sandbox',
  },
  {
    name: /^(ELECTRON_ENABLE_LOGGING|ELECTRON_LOG_FILE|CHROME_LOG_FILE)$/,
    why: 'Chromium writes down what happens inside it',
  },
  {
    name: /^NODE_(DEBUG|DEBUG_NATIVE)$/,
    why: 'Node prints what its connections transfer, the answer of the sign-in page among it',
  },
  {
    name: /^NODE_(V8_COVERAGE|COMPILE_CACHE)$/,
    why: 'Node keeps the program’s code in a folder named there, or takes it from there',
  },
]

/** What a program needs of its environment to show a window to this person, and no more. */
const NEEDED =
  /^(HOME|USER|LOGNAME|PATH|LANG|LANGUAGE|LC_[A-Z]+|TZ|TMPDIR|DISPLAY|XAUTHORITY|WAYLAND_DISPLAY|DBUS_SESSION_BUS_ADDRESS|XDG_(RUNTIME_DIR|SESSION_TYPE|CURRENT_DESKTOP|CONFIG_HOME|DATA_HOME|CACHE_HOME|DATA_DIRS)|SystemRoot|SystemDrive|windir|USERPROFILE|USERNAME|APPDATA|LOCALAPPDATA|ProgramData|TEMP|TMP)$/i

/** The name of the first variable that is set and refused, null if none is. */
export function refusedVariable(env: Readonly<NodeJS.ProcessEnv>): string | null {
  return (
    Object.keys(env).find((name) => env[name] && REFUSED.some((one) => one.name.test(name))) ?? null
  )
}

/** The environment for a fresh process of this program. */
export function cleanedEnvironment(env: Readonly<NodeJS.ProcessEnv>): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => NEEDED.test(name)))
}
