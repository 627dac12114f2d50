import { HttpResponse, type HttpHandler } from '@smithy/protocol-http'
import type { HttpRequest } from '@smithy/types'
import { Readable } from 'node:stream'

/**
 * In place of a network: sends nothing, and answers with the least that the app takes for an answer, so that
 * the code that reads answers runs too (`warm-up.ts`). Made up: nothing of it is shown, kept or judged.
 */
export const nowhere: HttpHandler = {
  metadata: { handlerProtocol: 'http/1.1' },
  handle(request) {
    const operation = operationOf(request)
    const text = ANSWERS[operation]
    if (text === undefined) return Promise.reject(new Error(`Nobody answers ${operation}`))
    const headers = { 'content-type': text.startsWith('{') ? 'application/json' : 'text/xml' }
    const body = Readable.from([Buffer.from(text)])
    return Promise.resolve({ response: new HttpResponse({ statusCode: 200, headers, body }) })
  },
  updateHttpClientConfig: () => undefined,
  httpHandlerConfigs: () => ({}),
}

/**
 * What a request asks: by the parameter `Action` of the services that have one, by a header of others, and
 * else by the part of the address that differs.
 */
function operationOf({ headers, body, path, query = {} }: HttpRequest): string {
  const named = headers['x-amz-target']?.split('.').at(-1)
  const text: unknown = body
  const asked = typeof text === 'string' ? /\bAction=(\w+)/.exec(text)?.[1] : undefined
  return named ?? asked ?? Object.keys(query).find((one) => Object.hasOwn(ANSWERS, one)) ?? path
}

const inQuery = (operation: string, result: string): string =>
  `<${operation}Response><${operation}Result>${result}</${operation}Result></${operation}Response>`

const nothingAllowed = encodeURIComponent('{"Statement":[]}')

const simulated = (action: string): string =>
  `<member><EvalActionName>${action}</EvalActionName><EvalDecision>allowed</EvalDecision></member>`

/** By what `operationOf` tells. */
const ANSWERS: Readonly<Record<string, string>> = {
  '/assignment/roles': '{"roleList":[{"roleName":"nobody"}]}',
  '/federation/credentials':
    '{"roleCredentials":{"accessKeyId":"NOBODY","secretAccessKey":"NEVER-SENT","sessionToken":"NEVER-SENT","expiration":1}}',
  GetCallerIdentity: inQuery(
    'GetCallerIdentity',
    '<Arn>arn:aws:sts::000000000000:assumed-role/nobody/nobody</Arn><Account>000000000000</Account>',
  ),
  DescribeOrganization: '{"Organization":{"Id":"o-0","MasterAccountId":"000000000000"}}',
  ListOutboundResponsibilityTransfers: '{"ResponsibilityTransfers":[]}',
  ListInboundResponsibilityTransfers: '{"ResponsibilityTransfers":[]}',
  DescribeReportDefinitions: '{"ReportDefinitions":[{"ReportName":"nothing"}]}',
  DescribeStacks: inQuery(
    'DescribeStacks',
    '<Stacks><member><StackName>nothing</StackName><StackId>nothing</StackId>' +
      '<CreationTime>2026-01-01T00:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus></member></Stacks>',
  ),
  location: '<LocationConstraint/>',
  policy: '{"Statement":[]}',
  publicAccessBlock:
    '<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>',
  encryption:
    '<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>' +
    '<SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>',
  ownershipControls:
    '<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>',
  notification: '<NotificationConfiguration/>',
  'list-type': '<ListBucketResult><Name>no-bucket</Name></ListBucketResult>',
  GetRole: inQuery(
    'GetRole',
    '<Role><RoleName>nobody</RoleName><Arn>arn:aws:iam::000000000000:role/nobody</Arn>' +
      `<AssumeRolePolicyDocument>${nothingAllowed}</AssumeRolePolicyDocument></Role>`,
  ),
  SimulatePrincipalPolicy: inQuery(
    'SimulatePrincipalPolicy',
    `<EvaluationResults>${simulated('s3:ListBucket')}${simulated('s3:GetObject')}</EvaluationResults>`,
  ),
}
