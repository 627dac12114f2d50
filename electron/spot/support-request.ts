/** What Spot Support needs to connect a customer whose account an MSP manages. '' where unknown. */
export type SupportRequest = {
  readonly bucketName: string
  readonly roleArn: string
  readonly customerAccountId: string
  readonly mspAccountId: string
  readonly stackName: string
  readonly reportPrefix: string
  readonly spotOrganizationId: string
}

/** A `mailto:` link that opens the request in the mail program; the person fills in the address. */
export function mailtoLink(subject: string, body: string): string {
  const lines = body.replaceAll(/\r?\n/g, '\r\n')
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`
}
