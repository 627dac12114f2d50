import type { Net } from '../../../electron/network/network.ts'
import { nodeNet } from '../../../electron/aws/testing/node-net.ts'
import { boundary } from './boundary.ts'

type Options = Parameters<Net['request']>[0]

/** Sent by POST, as these protocols send everything, and changing nothing. */
const READS = /^(Describe|Get|List|Validate|Simulate|GenerateC)/

/** S3 tells apart what is put into a bucket by the query's first name. */
const PUTS: Readonly<Record<string, string>> = {
  tagging: 'PutBucketTagging',
  publicAccessBlock: 'PutPublicAccessBlock',
  policy: 'PutBucketPolicy',
}
const PATHS: Readonly<Record<string, string>> = {
  '/client/register': 'RegisterClient',
  '/token': 'CreateToken',
  '/v1/token': 'CreateOAuth2Token',
  '/v1/revoke': 'RevokeOAuth2TokenWithIAM',
  '/logout': 'Logout',
  '/setup/credentials/aws': 'SetCredentials (Spot)',
  '/billingEngine/setup': 'SetUpBilling (Spot)',
}

/** The operation that a request asks for, if it changes anything; '' otherwise. */
function change({ method, url, headers }: Options, body: Buffer | undefined): string {
  if (method === 'GET' || method === 'HEAD') return ''
  const { pathname, searchParams } = new URL(url)
  const target = Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-amz-target')
  const asked = target?.[1].split('.').at(-1) ?? /(?:^|&)Action=(\w+)/.exec(String(body))?.[1]
  if (asked !== undefined) return READS.test(asked) ? '' : asked
  const [first = ''] = [...searchParams.keys()].filter((name) => name in PUTS)
  if (method === 'PUT') return PUTS[first] ?? 'CreateBucket'
  return PATHS[pathname] ?? `${method} ${pathname}`
}

/** Node's network in the place of Chromium's, with a boundary before and after every change. */
export const net: Net = {
  request(options) {
    const request = nodeNet().request(options)
    let asked = ''
    const listen = request.on.bind(request)
    const on: typeof request.on = (event: string, listener: (...values: never[]) => void) =>
      Reflect.apply(listen, undefined, [
        event,
        event === 'response'
          ? (...values: unknown[]) => {
              // AWS or Spot has done it, and nothing here has heard of it.
              if (asked !== '') boundary(`${asked}: answered, not yet read`)
              Reflect.apply(listener, undefined, values)
            }
          : listener,
      ])
    return {
      on,
      end(body) {
        asked = change(options, body)
        if (asked !== '') boundary(`${asked}: not yet sent`)
        return request.end(body)
      },
      abort: () => request.abort(),
    }
  },
}
