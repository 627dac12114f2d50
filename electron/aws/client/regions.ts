import { REGION } from '../../contract/region.ts'
import { fail } from '../../errors/failure.ts'

export { REGION }

/** The first part of every ARN after `arn`: that of the commercial regions. */
export const PARTITION = 'aws'

/**
 * AWS regions with IAM Identity Center, likeliest first.
 * Source: AWS General Reference, "IAM Identity Center endpoints and quotas".
 */
export const REGIONS: readonly string[] = [
  'us-east-1',
  'eu-west-1',
  'us-west-2',
  'eu-central-1',
  'us-east-2',
  'eu-west-2',
  'ap-southeast-2',
  'ap-southeast-1',
  'ap-northeast-1',
  'ap-south-1',
  'ca-central-1',
  'eu-north-1',
  'eu-west-3',
  'sa-east-1',
  'us-west-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-east-1',
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'eu-central-2',
  'eu-south-1',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'af-south-1',
  'ca-west-1',
  'mx-central-1',
  'us-gov-west-1',
  'us-gov-east-1',
  'cn-north-1',
  'cn-northwest-1',
  'eusc-de-east-1',
  'sa-west-1',
  'me-west-1',
]

/** A region as typed, e.g. ` EU-West-1 `. Throws `region-unknown` for anything not in `REGIONS`. */
export function parseRegion(text: string): string {
  const region = text.trim().toLowerCase()
  if (REGIONS.includes(region)) return region
  throw fail('region-unknown', { region: text.trim() }, { field: 'region' })
}

/** The domain of AWS's public endpoints in a region: China and the European Sovereign Cloud have their own. */
export function domainOf(region: string): string {
  if (region.startsWith('cn-')) return 'amazonaws.com.cn'
  return region.startsWith('eusc-') ? 'amazonaws.eu' : 'amazonaws.com'
}
