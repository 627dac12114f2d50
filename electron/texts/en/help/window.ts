/** Help as a window: its frame, its search, and what can be done there. */

import { number, plural } from '../locale.ts'

export const helpWindow = {
  /** Of the button in the header. */
  button: 'Help',
  menu: (app: string) => `${app} Help`,
  menuDetails: 'Copy Details for Support…',
  title: 'Help',
  close: 'Close Help',
  search: 'Search Help',
  searchHint:
    'A word or two is enough, also misspelt or half typed. It works without the internet.',
  /** Words of a question that say nothing about what is looked for. */
  small:
    'a an and are be can cannot could do does for from has have how i if in is it its me my of on or our shall should that the there this to was we what when where which who why will with would you your',
  guides: 'How it works',
  steps: 'Step by step',
  terms: 'Words explained',
  kinds: { guide: 'How it works', step: 'Step', term: 'Word' },
  step: (place: number, title: string) => `${number(place)}. ${title}`,
  found: (count: number) =>
    plural(count, { one: '1 page found', other: `${number(count)} pages found` }),
  nothing: (typed: string) => `Nothing was found for “${typed}”.`,
  nothingThen:
    'Try one word only, or another one for the same thing. All pages are listed below. If none of them helps, ask Spot Support, and send the details for support along.',
  toSupport: 'Details for support',
  toContents: 'All pages of Help',
  toResults: 'Back to what was found',
  awsName: (name: string) => `AWS calls it: ${name}`,
  whatIs: (term: string) => `What is “${term}”?`,
  details: {
    show: 'Show the details',
    showAgain: 'Bring them up to date',
    text: 'Details for support',
    copy: 'Copy these details',
    hint: 'Read them first. Exactly this text is copied, and nothing is sent by the app.',
  },
} as const
