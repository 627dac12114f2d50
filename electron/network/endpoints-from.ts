import { type AwsService, type Endpoints, PUBLIC_ENDPOINTS } from './endpoints.ts'

/** The AWS SDK's own names: `AWS_ENDPOINT_URL_` and the service id in capitals. */
const VARIABLES: Readonly<Record<AwsService, string>> = {
  'sso-oidc': 'AWS_ENDPOINT_URL_SSO_OIDC',
  sso: 'AWS_ENDPOINT_URL_SSO',
  signin: 'AWS_ENDPOINT_URL_SIGNIN',
  sts: 'AWS_ENDPOINT_URL_STS',
  organizations: 'AWS_ENDPOINT_URL_ORGANIZATIONS',
  cur: 'AWS_ENDPOINT_URL_COST_AND_USAGE_REPORT_SERVICE',
  s3: 'AWS_ENDPOINT_URL_S3',
  cloudformation: 'AWS_ENDPOINT_URL_CLOUDFORMATION',
  iam: 'AWS_ENDPOINT_URL_IAM',
}

/**
 * Servers that the environment puts in the place of AWS's and Spot's, each for itself. No shipped
 * build contains this: nobody who can set a variable shall send an administrator's credentials
 * elsewhere.
 */
export function endpointsFrom(env: Readonly<NodeJS.ProcessEnv>): Endpoints {
  const read = (name: string): string | undefined => env[name]?.trim() || undefined
  return {
    spot: read('SPOT_API_URL') ?? PUBLIC_ENDPOINTS.spot,
    of: (service) => read(VARIABLES[service]) ?? read('AWS_ENDPOINT_URL'),
  }
}
