/** The page in the person's browser to which AWS's sign-in page leads back. */
export const browserPage = {
  received: {
    title: 'Back to Eco Connect',
    text: 'Eco Connect has the answer. You can close this window and go back to the app.',
  },
  refused: {
    title: 'Not signed in',
    text: 'AWS did not sign you in. You can close this window; Eco Connect says what to do.',
  },
  stranger: {
    title: 'Not the sign-in that Eco Connect waits for',
    text: 'This page belongs to another sign-in: an earlier one, or one that somebody else began. Eco Connect took nothing from it. Close this window, go back to the app and start the sign-in again, or finish the one that you started last.',
  },
  empty: {
    title: 'Not signed in yet',
    text: 'AWS’s page came back without an answer. Close this window, go back to Eco Connect and start the sign-in again.',
  },
  over: {
    title: 'Eco Connect has an answer already',
    text: 'This sign-in was answered before. You can close this window and go back to the app.',
  },
} as const
