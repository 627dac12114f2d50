/** The frame of the threat model, which is a document of its own. */
export const threatModel = {
  intro: [
    'Who could attack the program or the person who uses it, what stops them, and what remains. Each claim names its tests, in the project; a test fails when one of them is gone. On paper and in the PDF the names are left out, to keep it short: they stand in `review-pack.en.html` beside it.',
  ],
  language: '',
  shownBy: 'Shown by:',
} as const
