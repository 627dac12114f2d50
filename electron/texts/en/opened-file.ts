/** A file of somebody else that was opened by a double click: what it says, and what using it means. */

const main = {
  title: {
    request: 'A file that asks you to connect an account',
    answer: 'A file that says what was set up',
  },
  refused: 'This file cannot be used',
  unverified: 'Nothing in this file is verified',
  unverifiedMeans:
    'Anybody can make such a file, under any name. If you did not expect it, ask the person it names before you use it, by telephone for example.',
  from: 'Says it comes from',
  nobody: 'nobody by name',
  /** The sender’s name and what they call the connection. */
  inConnection: (name: string, connection: string) => `${name} (connection “${connection}”)`,
  madeAt: 'Says it was made',
  account: 'About the AWS account',
  noAccount: 'none is named',
  steps: { request: 'Asks for', answer: 'Says these are done' },
  values: { request: 'The values it proposes', answer: 'The values it says are in use' },
  /** A parameter of a template, by the template’s own name for it. */
  parameter: (name: string) => `Parameter ${name}`,
  useIn: 'Use them in',
  newConnection: 'Another connection, added for this file',
  newConnectionMeans: 'With a checklist of its own',
  useMeans:
    'Using the values fills in the forms of that connection as if you had typed them; each is checked like anything typed, and you can change it. Nothing is approved, nobody is signed in and nothing is started. They are kept until you close the app.',
  use: 'Use these values',
  close: 'Close',
  closeLabel: 'Close without using the file',
} as const

const template = {
  title: 'The template of the role',
  builtIn: 'It is about a template that comes with an app like this one, by its fingerprint:',
  own: (fileName: string) =>
    `A template of its own comes with it (“${fileName}”). If no other template is approved in the connection, it is there to be read. Its fingerprint:`,
  claimed: (step: number) =>
    `The file says that this text was approved. That is claimed by a file and not verified: whoever uses the file reads the same text in step ${step} and approves it there.`,
} as const

/** In the panel of a step that was filled in, and of the template. */
const note = {
  title: 'Filled in from a file',
  body: (name: string) =>
    name === ''
      ? 'The form was filled in with values of the file that you opened. Nothing of it is verified: check the values before you go on.'
      : `The form was filled in with values of a file that says it comes from ${name}. Nothing of it is verified: check the values before you go on.`,
  templateTitle: 'About the file that you opened',
  sameText: 'The file that you opened is about exactly this text.',
  otherTemplate:
    'The file that you opened is about another text than the one below: their fingerprints differ. Ask the sender which of them is meant before you approve.',
} as const

export const openedFile = { ...main, template, note } as const
