import { loadContract } from '../../../e2e/simulator/contract/contract.ts'
import { destinationOf } from '../../../e2e/simulator/router.ts'
import type { SentRequest } from './node-net.ts'

/** `s3` and `HeadBucket`, say; `spot`, `browser` or `unknown` for what is no call to AWS. */
export type Operation = { readonly service: string; readonly operation: string }

const contract = loadContract()

/** Which operation a request is, by AWS's models. */
export function operationIn(options: SentRequest, body: Buffer | undefined): Operation {
  const { pathname, searchParams } = new URL(options.url)
  const headers = Object.entries(options.headers).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    value,
  ])
  const destination = destinationOf(contract, {
    method: options.method,
    path: pathname,
    query: searchParams,
    headers: Object.fromEntries(headers),
    body: body?.toString('utf8') ?? '',
  })
  switch (destination.kind) {
    case 'aws': {
      const { serviceName, operationName } = destination.route
      return { service: serviceName, operation: operationName }
    }
    case 'spot':
      return { service: 'spot', operation: destination.operation }
    case 'page':
      return { service: 'browser', operation: destination.page.name }
    case 'unknown-operation':
    case 'nowhere':
      return { service: 'unknown', operation: pathname }
  }
}
