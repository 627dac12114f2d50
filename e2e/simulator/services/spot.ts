import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { WireRequest, WireResponse } from '../protocols/wire.ts'
import type { Role, World } from '../world.ts'
import type { Call } from './operation.ts'

type SpotAccount = { accountId: string; name: string; organizationId: string }

type SpotRegistration = {
  spotAccountId: string
  iamRole: string
  billing: { billingAccountId: string; bucketName: string } | undefined
}

/** Spot's side of the connection. */
export type SpotWorld = {
  /** Accounts by the token that opens them. */
  tokens: Map<string, SpotAccount[]>
  /** AWS accounts that Spot's roles are assumed from. */
  principals: string[]
  /** External ids that were handed out, by Spot account. */
  externalIds: Map<string, string>
  /** What was sent, by Spot account. */
  registrations: Map<string, SpotRegistration>
  /** Refuses every change with 403. */
  refuses: boolean
  /** Answers 503 to everything. */
  down: boolean
  /** How many times a new role is still "not visible" to Spot. */
  roleInvisibleTimes: number
  /** Answers that the AWS account is connected already. */
  alreadyRegistered: boolean
}

export const newSpotWorld = (): SpotWorld => ({
  tokens: new Map(),
  principals: ['884866656237', '627743545735'],
  externalIds: new Map(),
  registrations: new Map(),
  refuses: false,
  down: false,
  roleInvisibleTimes: 0,
  alreadyRegistered: false,
})

class SpotError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const reasons: Record<number, string> = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

const envelope = (
  request: WireRequest,
  status: number,
  content: Record<string, unknown>,
): WireResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=UTF-8' },
  body: JSON.stringify({
    request: {
      id: randomUUID(),
      url: request.path,
      method: request.method,
      timestamp: new Date().toISOString(),
    },
    response: { status: { code: status, message: reasons[status] ?? 'Error' }, ...content },
  }),
})

const reply = (request: WireRequest, kind: string, items: unknown[]): WireResponse =>
  envelope(request, 200, { kind, items, count: items.length })

/** Spot's failure reply. */
export const spotFailure = (
  request: WireRequest,
  status: number,
  code: string,
  message: string,
): WireResponse => envelope(request, status, { errors: [{ code, message }] })

const tokenOf = (request: WireRequest): string =>
  /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1] ?? ''

const accountsOf = (request: WireRequest, { spot }: World): SpotAccount[] => {
  const accounts = spot.tokens.get(tokenOf(request))
  if (accounts === undefined)
    throw new SpotError(401, 'AuthenticationError', 'Invalid or expired token')
  return accounts
}

const accountOf = (request: WireRequest, world: World): SpotAccount => {
  const id = request.query.get('accountId') ?? ''
  const account = accountsOf(request, world).find((one) => one.accountId === id)
  if (account === undefined)
    throw new SpotError(403, 'Forbidden', `The token has no access to account ${id}`)
  if (world.spot.refuses)
    throw new SpotError(403, 'Forbidden', 'The user is not allowed to change this account')
  return account
}

const bodyOf = <T>(schema: z.ZodType<T>, request: WireRequest): T => {
  const json = z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .safeParse(request.body)
  const parsed = schema.safeParse(json.data)
  if (parsed.success) return parsed.data
  throw new SpotError(400, 'ValidationError', `Invalid request: ${parsed.error.issues[0]?.message}`)
}

const findRole = (world: World, arn: string): Role | undefined => {
  const accountId = arn.split(':')[4] ?? ''
  const roles = [...(world.accounts.get(accountId)?.roles.values() ?? [])]
  return roles.find((role) => role.arn === arn)
}

const trusts = (role: Role, world: World, externalId: string | undefined): boolean =>
  role.trust.Statement.some((statement) => {
    const { Principal: principal, Condition } = statement
    if (statement.Effect !== 'Allow' || typeof principal !== 'object') return false
    const named = [principal['AWS'] ?? []].flat()
    const spotIsNamed = world.spot.principals.some((id) =>
      named.some((one) => one === id || one === `arn:aws:iam::${id}:root`),
    )
    const wanted = Condition?.['StringEquals']?.['sts:ExternalId']
    return spotIsNamed && (wanted === undefined || [wanted].flat().includes(externalId ?? ''))
  })

const credentials = z.object({ credentials: z.object({ iamRole: z.string() }) })

const setCredentials = (request: WireRequest, { world }: Call): WireResponse => {
  const account = accountOf(request, world)
  const { iamRole } = bodyOf(credentials, request).credentials
  const { spot } = world
  if (spot.alreadyRegistered)
    throw new SpotError(
      400,
      'CredentialsAlreadyExist',
      'Credentials for this AWS account already exist',
    )
  if (!/^arn:aws:iam::\d{12}:role\/.+$/.test(iamRole))
    throw new SpotError(400, 'InvalidArn', 'Invalid ARN')
  const notYet = (): SpotError =>
    new SpotError(400, 'CantAssumeRole', `Unable to assume role ${iamRole}`)
  if (spot.roleInvisibleTimes > 0) {
    spot.roleInvisibleTimes -= 1
    throw notYet()
  }
  const role = findRole(world, iamRole)
  if (role === undefined || !trusts(role, world, spot.externalIds.get(account.accountId)))
    throw notYet()
  spot.registrations.set(account.accountId, {
    spotAccountId: account.accountId,
    iamRole,
    billing: undefined,
  })
  return reply(request, 'spotinst:credentials:aws', [{ iamRole }])
}

const billing = z.object({
  billingEngine: z.object({
    cloudProvider: z.literal('aws'),
    billingAccountId: z.string().regex(/^\d{12}$/),
    bucketName: z.string().min(3),
  }),
})

const setUpBilling = (request: WireRequest, { world }: Call): WireResponse => {
  const account = accountOf(request, world)
  const { billingAccountId, bucketName } = bodyOf(billing, request).billingEngine
  if (world.buckets.get(bucketName) === undefined)
    throw new SpotError(400, 'NoBucket', 'S3 bucket no longer exists')
  const registration = world.spot.registrations.get(account.accountId)
  if (registration === undefined)
    throw new SpotError(400, 'NoCredentials', 'The account has no credentials yet')
  registration.billing = { billingAccountId, bucketName }
  return reply(request, 'spotinst:billingEngine:setup', [{ billingAccountId, bucketName }])
}

const validateBilling = (request: WireRequest, { world }: Call): WireResponse => {
  const account = accountOf(request, world)
  const registration = world.spot.registrations.get(account.accountId)
  const isValid = registration?.billing !== undefined
  if (!isValid) throw new SpotError(400, 'NoSetup', 'Nothing has been set up for this account yet')
  return reply(request, 'spotinst:billingEngine:validation', [{ isValid }])
}

const giveExternalId = (request: WireRequest, { world, now }: Call): WireResponse => {
  const account = accountOf(request, world)
  const externalId = `spotinst:aws:extid:${randomUUID().replaceAll('-', '').slice(0, 16)}`
  world.spot.externalIds.set(account.accountId, externalId)
  const maxValidUntil = new Date(now + 86_400_000).toISOString()
  return reply(request, 'spotinst:credentials:aws:externalId', [{ externalId, maxValidUntil }])
}

const listAccounts = (request: WireRequest, { world }: Call): WireResponse =>
  reply(request, 'spotinst:account', accountsOf(request, world))

const operations: Record<string, [string, (request: WireRequest, call: Call) => WireResponse]> = {
  'GET /setup/account': ['ListAccounts', listAccounts],
  'POST /setup/credentials/aws/externalId': ['CreateExternalId', giveExternalId],
  'POST /setup/credentials/aws': ['SetCredentials', setCredentials],
  'POST /billingEngine/setup': ['SetUpBilling', setUpBilling],
  'POST /billingEngine/setup/validation': ['ValidateBilling', validateBilling],
}

/** What an operation is called here; Spot's own API gives it no name. */
export const spotOperation = (request: WireRequest): string =>
  operations[`${request.method} ${request.path}`]?.[0] ?? 'Unknown'

/** Answers a request to `api.spotinst.io`; failures carry `response.errors`. */
export const spot = (request: WireRequest, call: Call): WireResponse => {
  const found = operations[`${request.method} ${request.path}`]
  try {
    if (call.world.spot.down)
      throw new SpotError(503, 'ServiceUnavailable', 'The service is not available')
    if (found === undefined) throw new SpotError(404, 'NotFound', 'No such resource')
    return found[1](request, call)
  } catch (error) {
    if (!(error instanceof SpotError)) throw error
    return spotFailure(request, error.status, error.code, error.message)
  }
}
