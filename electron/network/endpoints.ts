export type AwsService =
  | 'sso-oidc'
  | 'sso'
  | 'signin'
  | 'sts'
  | 'organizations'
  | 'cur'
  | 's3'
  | 'cloudformation'
  | 'iam'

export type Service = AwsService | 'spot'

/** `undefined` leaves the address to the SDK's own rules; Spot always has one. */
export type Endpoints = {
  readonly of: (service: AwsService) => string | undefined
  readonly spot: string
}

/** The services themselves: the only ones that a shipped build can reach. */
export const PUBLIC_ENDPOINTS: Endpoints = {
  of: () => undefined,
  spot: 'https://api.spotinst.io',
}
