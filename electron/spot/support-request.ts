/** What Spot Support needs to connect a customer whose account an MSP manages. '' where unknown. */
export type SupportRequest = {
  readonly bucketName: string
  readonly roleArn: string
  readonly customerAccountId: string
  readonly mspAccountId: string
  /** '' when the role does not come from a stack that is known here. */
  readonly stackName: string
  readonly reportPrefix: string
  readonly spotOrganizationId: string
  /** False when role and bucket were typed in and nobody has read them from AWS. */
  readonly verified: boolean
}

/** A `mailto:` link that opens the request in the mail program; the person fills in the address. */
export function mailtoLink(subject: string, body: string): string {
  const lines = body.replaceAll(/\r?\n/g, '\r\n')
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`
}
