import { regionalPart } from '../../electron/contract/bucket-namespace.ts'
import type { ShownHandOver } from '../../electron/contract/hand-over-file.ts'
import type { Ask } from '../../electron/contract/steps.ts'
import type { Edits } from './stackFailure.ts'

/**
 * What a file of somebody else fills into the form of a step, by the form's own names. The form judges
 * it as it judges what is typed; what the file does not say stays as it was.
 */
export function editsFrom(file: ShownHandOver, ask: Ask): Edits {
  return said(valuesFor(file, ask))
}

type Values = Readonly<Record<string, string | undefined>>

const said = (values: Values): Edits =>
  Object.fromEntries(
    Object.entries(values).filter((one): one is [string, string] => (one[1] ?? '') !== ''),
  )

function valuesFor(file: ShownHandOver, ask: Ask): Values {
  const { managedBy, mspAccountId, prefix } = file.values
  switch (ask.step) {
    case 'plan':
      return { managedBy, mspAccountId }
    case 'sign-in':
      return { accountByHand: file.accountId }
    case 'cost-report':
      if ('stage' in ask && ask.stage === 'ask-msp')
        return { mspBucket: file.values.bucketName, mspPrefix: prefix, mspAccount: mspAccountId }
      return forReport(file, 'accountId' in ask ? ask.accountId : '')
    case 'stack':
      return forStack(file)
    default:
      // The others ask for nothing that could be typed: what they ask is decided by the person alone.
      return {}
  }
}

function forReport({ kind, values }: ShownHandOver, accountId: string): Values {
  const { reportName, bucketName, prefix, bucketIsNew } = values
  if (kind === 'answer')
    return { toldBucket: bucketName, bucketByHand: bucketName, prefixByHand: prefix }
  return { reportName, prefix, ...bucketFields(bucketName, bucketIsNew === false, accountId) }
}

/** The bucket under the kind of name that it has. */
function bucketFields(bucketName: string | undefined, isThere: boolean, accountId: string): Values {
  if (bucketName === undefined) return {}
  if (isThere) return { bucketKind: 'own', ownBucket: bucketName }
  const regional = regionalPart(bucketName, accountId)
  return regional === null
    ? { bucketKind: 'global', globalBucket: bucketName }
    : { bucketKind: 'regional', regionalBucket: regional }
}

function forStack({ kind, values }: ShownHandOver): Values {
  const { stackName, roleName, policyName, externalId, bucketName, roleArn } = values
  const bucket = { bucketName, bucketByHand: bucketName }
  if (kind === 'answer') {
    return {
      ...bucket,
      toldRoleArn: roleArn,
      toldExternalId: externalId,
      roleByHand: roleArn,
      externalIdByHand: externalId,
    }
  }
  const parameters = Object.entries(values.parameters ?? {})
  const own = parameters.map(([name, value]): [string, string] => [`parameter:${name}`, value])
  return { ...bucket, stackName, roleName, policyName, externalId, ...Object.fromEntries(own) }
}
