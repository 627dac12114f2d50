import type { Managed } from '../../contract/managed.ts'
import { isOf } from '../../errors/catalogue.ts'
import { fail, toAppError } from '../../errors/failure.ts'
import { requireVanityAddress } from '../../managed/rules.ts'
import type { AskRedirect } from '../../network/redirect.ts'
import type { IsStandIn } from '../../network/stand-in.ts'
import { ownAddress, parseStartUrl, type StartUrl } from './start-url.ts'

/**
 * The portal that a typed address leads to. An address that is not AWS's may be a company's own, as
 * the AWS CLI takes it: it is asked once, and counts when it leads to a portal on AWS's list. Throws
 * what `parseStartUrl` throws, `set-by-organization`, `start-url-private`, `start-url-unreachable`, `start-url-leads-nowhere`
 * and `start-url-leads-elsewhere`, all at the field `startUrl`.
 */
export type FindPortal = (
  typed: string,
  signal?: AbortSignal,
) => Promise<
  StartUrl & {
    /** The host of the company's own that led here. */
    readonly ledFrom?: string
  }
>

export function createFindPortal(
  askRedirect: AskRedirect,
  isStandIn: IsStandIn,
  managed: Pick<Managed, 'vanityAddresses'>,
): FindPortal {
  return async (typed, signal) => {
    const own = ownAddress(typed, isStandIn)
    if (!own) return parseStartUrl(typed, isStandIn)
    requireVanityAddress(managed, own.hostname)
    const facts = { value: own.hostname }
    const target = await askRedirect(own, signal).catch((cause: unknown) => {
      if (!isOf(toAppError(cause).code, 'network')) throw cause
      // Most often a typing error in an address of AWS's: the network is the least of it.
      throw fail('start-url-unreachable', facts, { field: 'startUrl', cause })
    })
    if (!target) throw fail('start-url-leads-nowhere', facts, { field: 'startUrl' })
    try {
      return { ...parseStartUrl(target.href, isStandIn), ledFrom: own.hostname }
    } catch (cause) {
      const elsewhere = { ...facts, host: target.host }
      throw fail('start-url-leads-elsewhere', elsewhere, { field: 'startUrl', cause })
    }
  }
}
