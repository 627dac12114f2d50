/** The calendar file that reminds of the first analysis. It is read wherever the calendar is. */
export const reminder = {
  /** Name of the file; letters, digits and hyphens only. */
  fileName: 'Spot-Eco-reminder.ics',
  title: 'Spot Eco: is the first analysis ready?',
  /** One paragraph each. The account by its last four digits. */
  lines: (account: string, spot: string) => [
    `Spot’s first analysis of the AWS account that ends in ${account} is due now. Spot sends an email when the dashboards are ready.`,
    'If it has come, nothing has to be done. If not, look into the Spot console, and then ask Spot Support: the summary that Eco Connect has saved holds what they need.',
    `Spot console: ${spot}`,
  ],
  /** Where AWS had not yet delivered when the account was registered. */
  delivery: (time: string) =>
    `AWS’s first delivery into the bucket was due ${time}. “Look again” in Eco Connect shows whether it has come; without it Spot has nothing to analyse.`,
} as const
