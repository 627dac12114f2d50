/** What the system's own notifications say; they may be read on a locked screen. */
export const notifications = {
  deliveredTitle: 'AWS has delivered the cost report',
  delivered: (connection: string) =>
    connection === ''
      ? 'Eco Connect has found the first files in the bucket.'
      : `Eco Connect has found the first files in the bucket of ${connection}.`,
} as const
