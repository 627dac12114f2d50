import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the words behind the program's name ask for. */
export type Asked =
  | { readonly kind: 'start' }
  | { readonly kind: 'version' }
  /** A start that was refused is explained; `what` is what was refused. */
  | { readonly kind: 'explain'; readonly what: string }
  /** `what` is a switch with its dashes, or `FILE` or `FILES` for words that are not one file. */
  | { readonly kind: 'refuse'; readonly what: string }

export type Surroundings = {
  readonly platform: NodeJS.Platform
  /** True for the path of one regular file that is there. */
  readonly isFile: (file: string) => boolean
  /** True for the name of a variable with which the app does not start. */
  readonly isRefusedVariable: (name: string) => boolean
  /** Switches allowed besides `ALLOWED`. */
  readonly alsoAllowed: readonly Allowed[]
}

/** A switch as it may be given, whole: Chromium knows no `--name value`. */
export type Allowed = { readonly form: RegExp; readonly why: string }

/** The switch by which a refused start has itself explained. */
export const EXPLAIN = '--refused-start='
/** Stands for a word that is neither a switch nor a file, which is not repeated. */
export const FILE = 'FILE'
/** Stands for a second file. */
export const FILES = 'FILES'

/**
 * Everything that a start may bring along. Chromium takes hundreds of switches, which can send its
 * connections elsewhere, write what it transfers to a file, open it to other programs, or have it
 * run them. New ones come with each version: so these pass, and nothing else.
 */
export const ALLOWED: readonly Allowed[] = [
  {
    form: /^--user-data-dir=./,
    why: 'a profile folder of one’s own: it must be the person’s, and what the app keeps there is checked like what is typed',
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
    const explained = explainedBy(word, surroundings)
    if (explained) asked = { kind: 'explain', what: explained }
    else if (word === '--version') asked = { kind: 'version' }
    else if (!looksLikeSwitch(word, platform)) {
      files += 1
      if (!isPlain(word) || !isFile(pathOf(word))) return { kind: 'refuse', what: FILE }
      if (files > 1) return { kind: 'refuse', what: FILES }
    } else if (
      !allowed.some(({ form }) => form.test(word)) &&
      !ADDED_BY_SYSTEM[platform]?.some((form) => form.test(word))
    ) {
      return { kind: 'refuse', what: nameOf(word) }
    }
  }
  return asked
}

/** How the name of a file ends that the app opens. */
const OPENED = /\.ecoconnect$/i

/**
 * The file among the words of a start that the app is to open, as a whole path; '' for none. Its name
 * alone is looked at: whether it can be read is told where it is opened.
 */
export function fileToOpen(
  words: readonly string[],
  { platform, folder }: { readonly platform: NodeJS.Platform; readonly folder: string },
): string {
  const file = words.find(
    (word) => !looksLikeSwitch(word, platform) && isPlain(word) && OPENED.test(pathOf(word)),
  )
  return file === undefined ? '' : path.resolve(folder, pathOf(file))
}

/** What another start says that it was asked to open: the word of any process of this user. */
export function fileFrom(given: unknown): string {
  if (typeof given !== 'object' || given === null || !('file' in given)) return ''
  const { file } = given
  return typeof file === 'string' && path.isAbsolute(file) && OPENED.test(file) ? file : ''
}

const looksLikeSwitch = (word: string, platform: NodeJS.Platform): boolean =>
  /^\s*-/.test(word) || (platform === 'win32' && /^\s*\//.test(word))

/** Nothing in it that Chromium may take for white space before a switch, or a terminal obeys. */
const isPlain = (word: string): boolean => !/^[\s\u0085]|\p{Cc}/u.test(word)

/** Desktops of Linux give a file as its path or as its address. */
function pathOf(word: string): string {
  if (!word.startsWith('file://') || !URL.canParse(word)) return word
  try {
    return fileURLToPath(word)
  } catch {
    // An address of another computer, or one that is no path here: no file.
    return ''
  }
}

/** The switch without its value, which could be anything; nothing in it that a terminal obeys. */
function nameOf(word: string): string {
  const [name = ''] = word.trim().split(/[=\s]/)
  return name.replaceAll(/[^\w/-]/g, '?').slice(0, 64)
}

/** Only what a refusal says of itself: nobody else's words are shown in the app's name. */
function explainedBy(word: string, { isRefusedVariable }: Surroundings): string | null {
  if (!word.startsWith(EXPLAIN)) return null
  const what = word.slice(EXPLAIN.length)
  const known = what === FILE || what === FILES || isRefusedVariable(what)
  return known || /^[-/][\w?/-]{0,63}$/.test(what) ? what : null
}
