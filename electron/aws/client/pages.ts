import { fail } from '../../errors/failure.ts'
import type { Service } from '../../network/endpoints.ts'

/**
 * The most pages of each list that is read to its end: far beyond what AWS lets anybody have, and
 * few enough that a server which never comes to an end is noticed.
 */
export const MOST_PAGES = {
  /** 100 a page. The largest organizations have some ten thousand accounts; this is a hundred thousand. */
  ListAccounts: 1000,
  /** 100 a page. An account has at most some hundred permission sets. */
  ListAccountRoles: 100,
  /** Up to 100 a page, also fewer. A region holds two thousand stacks, more where AWS was asked. */
  DescribeStacks: 1000,
  /** 100 a page. Events are kept for ninety days; a stack of Spot's makes some dozen each time. */
  DescribeStackEvents: 500,
  /** 100 a page. Only what failed is asked for, of one operation: each resource may have several faults. */
  DescribeEvents: 100,
  /** 100 a page. A stack has at most 500 resources. */
  ListStackResources: 50,
  /** 1,000 a page. An account has ten thousand buckets, at most a million where AWS was asked. */
  ListBuckets: 1000,
  /** 100 results a page. A question here names some dozen actions. */
  SimulatePrincipalPolicy: 50,
  /** 100 a page. A role has at most some dozen policies attached, and of its own what fits into 10,240 characters. */
  ListAttachedRolePolicies: 10,
  ListRolePolicies: 10,
  /** 5 a page. AWS allows ten reports, more where AWS was asked. */
  DescribeReportDefinitions: 200,
  /** 20 a page. Ten thousand invitations and transfers of bills, given and received. */
  ListInboundResponsibilityTransfers: 500,
  ListOutboundResponsibilityTransfers: 500,
  /** 1,000 objects a page, counted or deleted: ten million. */
  ListObjectsV2: 10_000,
} as const
type Paged = keyof typeof MOST_PAGES

/**
 * Looks on while a list is read page by page. Called with the token of each next page, which is
 * undefined or '' after the last one; throws `aws-reply-endless` when a token comes back a second
 * time, or after more pages than there can be.
 */
export function pageWatch(
  service: Service,
  operation: Paged,
  most: number = MOST_PAGES[operation],
): (next: string | undefined) => void {
  const seen = new Set<string>()
  return (next) => {
    if (next === undefined || next === '') return
    if (!seen.has(next) && seen.add(next).size < most) return
    const detail = { service, operation, message: `page ${seen.size} is not the last` }
    throw fail('aws-reply-endless', { service, operation, pages: String(seen.size) }, { detail })
  }
}

/** The pages of one of the SDK's paginators, under watch. `nextOf` reads the token of the next page. */
export async function* watched<Page>(
  pages: AsyncIterable<Page>,
  watch: (next: string | undefined) => void,
  nextOf: (page: Page) => string | undefined,
): AsyncGenerator<Page> {
  for await (const page of pages) {
    watch(nextOf(page))
    yield page
  }
}
