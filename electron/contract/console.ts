/** Pages of AWS's and Spot's consoles. Each opens in whatever account the browser is signed in to. */
export const CONSOLE_PAGES = {
  signIn: 'https://console.aws.amazon.com/',
  organization: 'https://us-east-1.console.aws.amazon.com/organizations/v2/home/accounts',
  reports: 'https://console.aws.amazon.com/billing/home?#/reports',
  createBucket: 'https://us-east-1.console.aws.amazon.com/s3/bucket/create?region=us-east-1',
  createStack:
    'https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks/create',
  stacks: 'https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks',
  spot: 'https://console.spotinst.com',
} as const

export type ConsolePage = keyof typeof CONSOLE_PAGES

/** AWS's own page about a policy that it keeps. */
export function managedPolicyPage(name: string): string {
  return `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${inAddress(name)}.html`
}

/** The IAM page of what a role may do. */
export function rolePage(role: string): string {
  return `https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/roles/details/${inAddress(role)}?section=permissions`
}

/** The S3 page of a bucket's permissions, where its policy is edited. */
export function bucketPermissionsPage(bucket: string): string {
  return `https://us-east-1.console.aws.amazon.com/s3/buckets/${inAddress(bucket)}?region=us-east-1&tab=permissions`
}

/** Half a character has no place in an address, and would make encoding fail. */
const inAddress = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Cs}/gu, ''))

/** An account's number as the AWS console prints it: in groups of four. */
export function accountAsShown(accountId: string): string {
  return /^\d{12}$/.test(accountId) ? accountId.replaceAll(/(\d{4})(?=\d)/g, '$1-') : accountId
}

/** Stands in names for the number of an account that is not known yet. */
export const UNKNOWN_ACCOUNT = 'ACCOUNT-ID'

/** The console and its sign-in pages, which people have open beside what is asked for. */
const CONSOLE =
  /(?:^|\.)(?:console|signin)\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com|amazonaws-eusc\.eu)$|(?:^|\.)signin\.aws$|^aws\.amazon\.com$/

/** Whether a host is one of the AWS console, its sign-in pages among them. */
export const isConsoleHost = (hostname: string): boolean => CONSOLE.test(hostname)
