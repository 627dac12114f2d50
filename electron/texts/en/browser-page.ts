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
} as const
