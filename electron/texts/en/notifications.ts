/** What the system's own notifications say, by their news; they may be read on a locked screen. */
export const notifications = {
  delivered: {
    title: 'AWS has delivered the cost report',
    body: (connection: string) =>
      connection === ''
        ? 'Eco Connect has found the first files in the bucket.'
        : `Eco Connect has found the first files in the bucket of ${connection}.`,
  },
  'delivery-late': {
    title: 'AWS is late with the first cost report',
    body: (connection: string) =>
      connection === ''
        ? 'It was due a day ago. Eco Connect says what is worth a look, and who can help.'
        : `In ${connection} it was due a day ago. Eco Connect says what is worth a look, and who can help.`,
  },
  'delivery-due': {
    title: 'AWS’s first cost report is due',
    body: (connection: string) =>
      connection === ''
        ? '“Look again” in Eco Connect shows whether it has come.'
        : `“Look again” in Eco Connect shows whether it has come to the bucket of ${connection}.`,
  },
  'analysis-due': {
    title: 'Spot’s first analysis is due',
    body: (connection: string) =>
      connection === ''
        ? 'Spot sends an email when the dashboards are ready. If none has come, ask Spot Support.'
        : `Spot sends an email when the dashboards for ${connection} are ready. If none has come, ask Spot Support.`,
  },
  'role-ready': {
    title: 'The role for Spot is ready',
    body: (connection: string) =>
      connection === ''
        ? 'AWS has created the role, and Eco Connect has checked it. You can go on.'
        : `AWS has created the role in ${connection}, and Eco Connect has checked it. You can go on.`,
  },
  'role-failed': {
    title: 'The role for Spot needs your attention',
    body: (connection: string) =>
      connection === ''
        ? 'AWS could not create it, or it is not as it should be. Eco Connect says why and what helps.'
        : `In ${connection} AWS could not create it, or it is not as it should be. Eco Connect says why and what helps.`,
  },
  'sign-in-needed': {
    title: 'Please sign in to AWS again',
    body: (connection: string) =>
      connection === ''
        ? 'The sign-in has ended, as AWS lets it do after some hours. Nothing is lost: Eco Connect goes on when you have signed in.'
        : `The sign-in to ${connection} has ended, as AWS lets it do after some hours. Nothing is lost: Eco Connect goes on when you have signed in.`,
  },
} as const
