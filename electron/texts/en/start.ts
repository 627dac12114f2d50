/** What is said about a start that was refused. `what` is a switch, a variable, `FILE` or `FILES`. */

const isFiles = (what: string): boolean => what === 'FILE' || what === 'FILES'
const isVariable = (what: string): boolean => !isFiles(what) && !/^[-/]/.test(what)

const named = (what: string): string => {
  if (what === 'FILE') return 'with a word that is not a file'
  if (what === 'FILES') return 'with more than one file'
  return isVariable(what) ? `while the variable “${what}” is set` : `with “${what}”`
}

export const START = {
  /** One line for a terminal or a log. */
  refused: (what: string): string =>
    `Eco Connect was started ${named(what)}, which it does not accept, and has ended.`,
  title: 'Eco Connect did not start',
  what: (what: string): string =>
    isVariable(what)
      ? `Eco Connect did not start, because the variable “${what}” is set on this computer.`
      : `Eco Connect did not start, because it was started ${named(what)}.`,
  detail: (what: string): string =>
    [
      isFiles(what)
        ? 'It takes one file, and it must be there. So the app ended before it did anything: nothing was sent, and nothing in AWS was touched.'
        : 'Settings like this one can lead a sign-in to AWS somewhere else, write it to a file, or open the window to other programs. So the app ended before it did anything: nothing was sent, and nothing in AWS was touched.',
      `Start the app from the menu of this computer. If you did so already, ${
        isVariable(what) ? 'the settings of this computer have' : 'the shortcut has'
      } been changed: please tell your IT department what stands above.`,
    ].join('\n\n'),
  close: 'Close',
} as const
