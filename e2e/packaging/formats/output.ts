import type { Installation } from '../installation/installed.ts'

/** How hard a format compresses: from 0, not at all and quick, to 9. */
export type Effort = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

/** Makes one file of an installation in the folder `output`, and resolves its path. */
export type Format = (
  installation: Installation,
  output: string,
  effort?: Effort,
) => Promise<string>

/** Size against time: a tenth smaller than at 3, in about the double time. */
export const EFFORT: Effort = 6

/** What stands before the ending of a file that must not be passed on. */
export const fileMark = ({ product }: Installation): string =>
  product.mark === undefined ? '' : '-test-runtime'

/** A version as package managers order it: what comes before a release is less than it. */
export const packageVersion = (version: string): string => version.replace('-', '~')

/** Lines of at most `width` characters, broken between words. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}
