import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import builtInTemplate from '../../resources/eco-role.template.json?raw'
import type { Access } from '../aws/client/clients.ts'
import { asNobodyElse } from '../aws/client/credentials-in-use.ts'
import { REGION } from '../aws/client/regions.ts'
import { besideShelves } from '../aws/client/shelf.ts'
import { createStacks } from '../aws/cloudformation/stacks.ts'
import { createReports } from '../aws/cur/reports.ts'
import { createRoles } from '../aws/iam/roles.ts'
import { createBuckets } from '../aws/s3/buckets.ts'
import { createDeliveries } from '../aws/s3/deliveries.ts'
import { listRoles } from '../aws/sign-in/account-list.ts'
import { createBillingTransfers } from '../aws/sign-in/billing-transfers.ts'
import { createIdentity } from '../aws/sign-in/identity.ts'
import { getRoleCredentials } from '../aws/sign-in/role-credentials.ts'
import type { Endpoints } from '../network/endpoints.ts'
import { possibleTrusts } from '../template/trust.ts'
import { nowhere } from './nowhere.ts'

/**
 * Runs the code of a verification once while something else is awaited: the keychain, or a person in
 * their browser. JavaScript is compiled where it first runs, which takes each service of AWS 10 to 20 ms,
 * one after the other, and would stand between credentials and the questions that are asked with them.
 *
 * Nothing is asked of anybody: what is here has clients of its own, which write and sign their requests
 * as any other and hand them to `nowhere`, which sends nothing. There is no record
 * and no shelf, and the credentials and names are none that AWS could have given, also where it is begun
 * within a read that has real ones. One question in each turn of the loop, so that the window is answered in
 * between. Resolves what came of each, for the test.
 */
export async function warmUp(endpoints: Endpoints): Promise<PromiseSettledResult<unknown>[]> {
  const access = {
    endpoints,
    requestHandler: nowhere,
    credentials: () => Promise.resolve({ accessKeyId: 'NOBODY', secretAccessKey: 'NEVER-SENT' }),
  }
  const results: PromiseSettledResult<unknown>[] = []
  for (const ask of questions(access)) {
    // oxlint-disable-next-line no-await-in-loop -- in slices is what this is for
    results.push(
      ...(await Promise.allSettled([
        turnOfTheLoop().then(() => besideShelves(() => asNobodyElse(ask))),
      ])),
    )
  }
  return results
}

const ACCOUNT = '000000000000'
const ROLE = `arn:aws:iam::${ACCOUNT}:role/nobody`
const BUCKET = 'no-bucket'

/** In the order in which a verification asks them. */
function questions(access: Access): readonly (() => Promise<unknown>)[] {
  const identity = createIdentity(access)
  const transfers = createBillingTransfers(access)
  const reports = createReports(access)
  const buckets = createBuckets(access)
  const deliveries = createDeliveries(access)
  const stacks = createStacks(access)
  const roles = createRoles(access)
  const token = { region: REGION, accessToken: 'NEVER-SENT' }
  const { signal } = new AbortController()
  return [
    () => listRoles(access, token, ACCOUNT),
    () => getRoleCredentials(access, token, { accountId: ACCOUNT, roleName: 'nobody' }),
    () => identity.caller(),
    () => identity.organization(),
    () => transfers.read(),
    () => reports.list(),
    () => stacks.find(ROLE),
    () => buckets.readAtOnce(BUCKET, ACCOUNT, signal),
    () => deliveries.lookInto({ bucket: BUCKET, prefix: 'p', name: 'n' }, ACCOUNT, 0, signal),
    () => roles.find('nobody'),
    () => roles.canRead(ROLE, BUCKET, ''),
    async () => possibleTrusts(builtInTemplate, {}),
  ]
}

/** Warms up when it is first called, and once. */
export function warmingUp(endpoints: Endpoints): () => void {
  let begun: Promise<unknown> | undefined
  return () => void (begun ??= warmUp(endpoints))
}
