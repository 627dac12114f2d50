/** Something that a package has taken into its own files, as these say it. */
export type Vendored = {
  readonly name: string
  readonly version: string
  /** By SPDX, in the file's words; '' if they are in no form that is known here. */
  readonly licence: string
}

/** The ways in which files say that they were taken from elsewhere. */
const SAID: readonly RegExp[] = [
  /^Name: (?<name>\S+)\nVersion: (?<version>\S+)\nLicense: (?<licence>\S+)$/m,
  /^Vendored from (?<name>\S+)@(?<version>[\d.]+) \((?<licence>\S+) License\)$/m,
  /^(?<name>\S+) v(?<version>[\d.]+) \| (?<licence>\S+) License \|/m,
]

/** What the comments of a package's files name as taken from elsewhere, each once. */
export function vendoredIn(notices: readonly string[]): readonly Vendored[] {
  const found = notices.flatMap((notice) =>
    SAID.flatMap((way) => {
      const { name, version, licence } = way.exec(notice)?.groups ?? {}
      return name && version && licence ? [{ name, version, licence }] : []
    }),
  )
  return [...new Map(found.map((one) => [`${one.name}@${one.version}`, one])).values()]
}
