/** Asking somebody else to do a step: the button in each panel, and what is shown afterwards. */

const ask = {
  button: 'Ask someone else to do this',
  hint: 'Saves one file with all that they need, and no secret.',
  hintTold: 'Saves one file with all that they need, and no secret.',
} as const

const asked = {
  foundTitle: 'What the last look found',
  title: 'A file that asks somebody else was saved',
  since: (time: string) => `The file was saved ${time}. Send it to the person who does this step.`,
  file: 'The file to send',
  copyFile: 'the place of the file',
  looks:
    'The app looks once a minute while it is open and you are signed in, whoever does the step. When it finds the result, the line turns green by itself.',
  tells: 'The app cannot see the answer by itself. When you have it, press “Enter the answer”.',
  mayClose: 'You may close the app. It looks again when you open it.',
  check: 'Check now',
  takeBack: 'Do it myself',
  enterAnswer: 'Enter the answer',
  saveAgain: 'Save the file again',
} as const

export const someoneElse = {
  ask,
  asked,
} as const
