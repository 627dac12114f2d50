import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

/** What a program or library says of its own version, and in which language (a Windows language ID). */
export type ProgramVersion = { readonly version: string; readonly language: number }

const isProgram = (bytes: Buffer): boolean => bytes.subarray(0, 2).toString('latin1') === 'MZ'

const numbersOf = (...pairs: number[]): string =>
  pairs.flatMap((pair) => [pair >>> 16, pair & 0xff_ff]).join('.')

/**
 * The version in a program's resources; `undefined` for a file that has none. Windows Installer
 * compares it with that of the file on the computer, so the package has to tell the same.
 */
export function versionIn(bytes: Buffer): ProgramVersion | undefined {
  if (!isProgram(bytes)) return undefined
  const program = NtExecutable.from(bytes, { ignoreCert: true })
  const [found] = Resource.VersionInfo.fromEntries(NtExecutableResource.from(program).entries)
  if (found === undefined) return undefined
  const { fileVersionMS, fileVersionLS } = found.fixedInfo
  const [first] = found.getAllLanguagesForStringValues()
  return { version: numbersOf(fileVersionMS, fileVersionLS), language: first?.lang ?? 0 }
}
