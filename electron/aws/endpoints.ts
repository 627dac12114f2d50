export type Service =
  | 'sso-oidc'
  | 'sso'
  | 'sts'
  | 'organizations'
  | 'cur'
  | 's3'
  | 'cloudformation'
  | 'iam'
  | 'spot'

/** `undefined` leaves the address to the SDK's own rules; Spot always has one. */
export type Endpoints = {
  readonly of: (service: Service) => string | undefined
  readonly spot: string
}

const SPOT_API = 'https://api.spotinst.io'

/** The AWS SDK's own names: `AWS_ENDPOINT_URL_` and the service id in capitals. */
const VARIABLES: Record<Exclude<Service, 'spot'>, string> = {
  'sso-oidc': 'AWS_ENDPOINT_URL_SSO_OIDC',
  sso: 'AWS_ENDPOINT_URL_SSO',
  sts: 'AWS_ENDPOINT_URL_STS',
  organizations: 'AWS_ENDPOINT_URL_ORGANIZATIONS',
  cur: 'AWS_ENDPOINT_URL_COST_AND_USAGE_REPORT_SERVICE',
  s3: 'AWS_ENDPOINT_URL_S3',
  cloudformation: 'AWS_ENDPOINT_URL_CLOUDFORMATION',
  iam: 'AWS_ENDPOINT_URL_IAM',
}

/**
 * Addresses of the services. A packaged app ignores the environment, so that nobody who can set a
 * variable can send an administrator's credentials elsewhere.
 */
export function endpointsFrom(env: NodeJS.ProcessEnv, packaged: boolean): Endpoints {
  const read = (name: string): string | undefined =>
    packaged ? undefined : env[name]?.trim() || undefined
  const spot = read('SPOT_API_URL') ?? SPOT_API
  return {
    spot,
    of: (service) =>
      service === 'spot' ? spot : (read(VARIABLES[service]) ?? read('AWS_ENDPOINT_URL')),
  }
}
