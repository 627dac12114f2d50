/** The message that asks Spot Support to remove an account that was disconnected. */
export const removalRequest = {
  subject: 'Remove our AWS account from Spot Eco',
  greeting: 'Hello Spot Support,',
  request:
    'we have taken back the connection of our AWS account in AWS. Please remove it from Eco.',
  row: (label: string, value: string) => `${label}: ${value}`,
  rows: {
    accountId: 'AWS account ID',
    roleArn: 'Role ARN that Spot was given',
    bucketName: 'S3 bucket that Spot was given',
    spotAccount: 'Spot account',
    spotOrganizationId: 'Spot organization ID',
  },
  ask: [
    'Please tell us when it is removed, what becomes of the report files that Spot has copied,',
    'and whether anything is still to be settled for the time until then.',
  ],
  thanks: 'Thank you.',
} as const
