/** What is said about a start that was refused, by what was refused. */

const what = {
  file: 'Eco Connect did not start, because it was started with a word that is not a file.',
  files: 'Eco Connect did not start, because it was started with more than one file.',
  variable: (name: string) =>
    `Eco Connect did not start, because the variable “${name}” is set on this computer.`,
  switch: (name: string) => `Eco Connect did not start, because it was started with “${name}”.`,
} as const

export const start = {
  title: 'Eco Connect did not start',
  what,
  aboutFiles:
    'It takes one file, and it must be there. So the app ended before it did anything: nothing was sent, and nothing in AWS was touched.',
  aboutSettings:
    'Settings like this one can lead a sign-in to AWS somewhere else, write it to a file, or open the window to other programs. So the app ended before it did anything: nothing was sent, and nothing in AWS was touched.',
  shortcut:
    'Start the app from the menu of this computer. If you did so already, the shortcut has been changed: please tell your IT department what stands above.',
  settings:
    'Start the app from the menu of this computer. If you did so already, the settings of this computer have been changed: please tell your IT department what stands above.',
  close: 'Close',
} as const
