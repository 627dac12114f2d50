/** Settings of one section of the AWS CLI's files, by name in lower case. */
export type Section = ReadonlyMap<string, string>
/** Sections by their kind and name, as the CLI merges its two files. */
export type CliFiles = {
  readonly profiles: ReadonlyMap<string, Section>
  /** What each file alone says: keys in the one count before other settings, those in the other after. */
  readonly credentials: ReadonlyMap<string, Section>
  readonly config: ReadonlyMap<string, Section>
  readonly ssoSessions: ReadonlyMap<string, Section>
}

/** What stands between the brackets of a section's heading, as it stands there. */
const headingOf = (line: string): string | null => /^\[(.+)\]/.exec(line)?.[1] ?? null

/** A comment has a line of its own: behind a value, `#` and `;` are part of it. */
const isComment = (line: string): boolean => /^[#;]/.test(line)

export type FileSection = { readonly heading: string; readonly settings: Map<string, string> }

/**
 * Sections of one file, in order. A line that is indented further than the setting before it belongs to
 * that one (`s3 =` and what stands below), and no such line matters here; a section may also be indented
 * as a whole, or from its second setting on less. As botocore reads it, which is Python's configparser.
 */
export function parseSections(text: string): FileSection[] {
  const sections: FileSection[] = []
  /** How far the setting before is indented; nothing belongs to the heading of a section. */
  let before = Infinity
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n|\r/)) {
    const bare = line.trim()
    if (bare === '' || isComment(bare)) continue
    const indent = line.search(/\S/)
    if (indent > before) continue
    const heading = headingOf(bare)
    if (heading !== null) {
      sections.push({ heading, settings: new Map() })
      before = Infinity
      continue
    }
    const at = bare.search(/[=:]/)
    if (at < 1) continue
    before = indent
    sections.at(-1)?.settings.set(bare.slice(0, at).trim().toLowerCase(), bare.slice(at + 1).trim())
  }
  return sections
}

/** One word of a shell, as far as it is plain, quoted, or has a mark escaped. */
const WORD = /(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])+/g
const unquoted = (word: string): string =>
  word.replaceAll(
    /"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/g,
    (_all, double?: string, single?: string, escaped?: string) =>
      double?.replaceAll(/\\(["\\])/g, '$1') ?? single ?? escaped ?? '',
  )

/** The name in `profile name` or `sso-session "a name"`; null where there are not just these two words. */
function nameIn(heading: string): string | null {
  const words = heading.match(WORD) ?? []
  const isWhole = heading.replaceAll(WORD, '').trim() === ''
  return words.length === 2 && isWhole ? unquoted(words[1] ?? '') : null
}

const merged = (before: Section | undefined, settings: Section): Section =>
  new Map([...(before ?? []), ...settings])

/**
 * Both files as one. In the config file a profile needs its prefix, but for the default one; what
 * the credentials file says of a profile counts more. `null` is a file that does not exist.
 */
export function parseCliFiles(config: string | null, credentials: string | null): CliFiles {
  const profiles = new Map<string, Section>()
  const inCredentials = new Map<string, Section>()
  const ssoSessions = new Map<string, Section>()
  // A heading that is there twice is one; of two that name the same profile the later one counts.
  for (const [heading, settings] of byHeading(config)) {
    if (heading === 'default') profiles.set(heading, settings)
    else if (heading.startsWith('profile')) setNamed(profiles, nameIn(heading), settings)
    else if (heading.startsWith('sso-session')) setNamed(ssoSessions, nameIn(heading), settings)
  }
  const inConfig = new Map(profiles)
  for (const [heading, settings] of byHeading(credentials)) {
    profiles.set(heading, merged(profiles.get(heading), settings))
    inCredentials.set(heading, settings)
  }
  return { profiles, credentials: inCredentials, config: inConfig, ssoSessions }
}

function byHeading(text: string | null): Map<string, Section> {
  const sections = new Map<string, Section>()
  for (const { heading, settings } of parseSections(text ?? ''))
    sections.set(heading, merged(sections.get(heading), settings))
  return sections
}

function setNamed(to: Map<string, Section>, name: string | null, settings: Section): void {
  if (name !== null) to.set(name, settings)
}
