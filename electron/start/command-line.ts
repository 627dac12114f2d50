/** What the words behind the program's name ask for. */
export type Asked =
  | { readonly kind: 'start' }
  | { readonly kind: 'version' }
  /** A start that was refused is explained; `what` is what was refused. */
  | { readonly kind: 'explain'; readonly what: string }
  /** `what` is a switch with its dashes, or `FILE` for a word that is no file that can be opened. */
  | { readonly kind: 'refuse'; readonly what: string }

export type Surroundings = {
  readonly platform: NodeJS.Platform
  /** True for the path of one regular file that is there. */
  readonly isFile: (path: string) => boolean
  /** Switches allowed besides `ALLOWED`. */
  readonly alsoAllowed: readonly Allowed[]
}

/** A switch as it may be given, whole: Chromium knows no `--name value`. */
export type Allowed = { readonly form: RegExp; readonly why: string }

/** The switch by which a refused start has itself explained. */
export const EXPLAIN = '--refused-start='
/** Stands for a word that is neither a switch nor a file, which is not repeated. */
export const FILE = 'FILE'

/**
 * Everything that a start may bring along. Chromium takes hundreds of switches, which can send its
 * connections elsewhere, write what it transfers to a file, open it to other programs, or have it
 * run them. New ones come with each version: so these pass, and nothing else.
 */
export const ALLOWED: readonly Allowed[] = [
  {
    form: /^--user-data-dir=./,
    why: 'a profile folder of one’s own; what lies in it is checked like what is typed',
  },
  { form: /^--lang=[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/, why: 'the language of the window' },
  {
    form: /^--force-renderer-accessibility(=(basic|form-controls|complete))?$/,
    why: 'for assistive technology that Chromium does not notice by itself',
  },
  {
    form: /^--force-device-scale-factor=\d(\.\d{1,3})?$/,
    why: 'for screens whose scale is told wrongly',
  },
  {
    form: /^--ozone-platform(-hint)?=(auto|wayland|x11)$/,
    why: 'which of the two window systems of Linux to use',
  },
  { form: /^--disable-gpu$/, why: 'for graphics drivers that draw nothing or crash' },
]

/** What operating systems add by themselves. */
const ADDED_BY_SYSTEM: Readonly<Partial<Record<NodeJS.Platform, readonly RegExp[]>>> = {
  // The process serial number that macOS gives to programs started from the Finder.
  darwin: [/^-psn_\d+_\d+$/],
  // Windows starts a program so when somebody clicks on a notification of it.
  win32: [/^-Embedding$/],
}

/**
 * Reads the words behind the program's name. Chromium takes `-x` for `--x`, on Windows also `/x`,
 * and ignores white space around a word: what looks like a switch to it in any of these forms is a
 * switch here.
 */
export function readCommandLine(words: readonly string[], surroundings: Surroundings): Asked {
  const { platform, isFile, alsoAllowed } = surroundings
  const allowed = [...ALLOWED, ...alsoAllowed]
  let asked: Asked = { kind: 'start' }
  let files = 0
  for (const word of words) {
    const explained = explainedBy(word)
    if (explained) asked = { kind: 'explain', what: explained }
    else if (word === '--version') asked = { kind: 'version' }
    else if (!looksLikeSwitch(word, platform)) {
      files += 1
      if (files > 1 || !isFile(word)) return { kind: 'refuse', what: FILE }
    } else if (
      !allowed.some(({ form }) => form.test(word)) &&
      !ADDED_BY_SYSTEM[platform]?.some((form) => form.test(word))
    ) {
      return { kind: 'refuse', what: nameOf(word) }
    }
  }
  return asked
}

const looksLikeSwitch = (word: string, platform: NodeJS.Platform): boolean =>
  /^\s*-/.test(word) || (platform === 'win32' && /^\s*\//.test(word))

/** The switch without its value, which could be anything; nothing in it that a terminal obeys. */
function nameOf(word: string): string {
  const [name = ''] = word.trim().split(/[=\s]/)
  return name.replaceAll(/[^\w/-]/g, '?').slice(0, 64)
}

function explainedBy(word: string): string | null {
  if (!word.startsWith(EXPLAIN)) return null
  const what = word.slice(EXPLAIN.length)
  return /^[\w?/-]{1,64}$/.test(what) ? what : null
}
