import {
  HAND_OVER_FORMAT,
  HAND_OVER_VERSION,
  handOverFileSchema,
  type HandOverFile,
  type HandOverValues,
} from '../contract/hand-over-file.ts'
import type { StepId } from '../contract/steps.ts'
import { visibleJson, visibleLine } from '../base/visible.ts'
import type { HandOverData } from './data.ts'

/** What a data file is made of: a request's names, or an answer's. */
export type FileData = Pick<
  HandOverData,
  'askedAt' | 'askedBy' | 'connection' | 'accountId' | 'template' | 'approved' | 'appVersion'
> & { readonly values: HandOverValues }

/**
 * The text of the data file beside a page for people: the same names and settings, for another person's
 * app to fill in. Holds no secret; by what is in it alone nothing is ever done.
 */
export function dataFile(
  kind: HandOverFile['kind'],
  steps: readonly StepId[],
  data: FileData,
): string {
  const { template, approved } = data
  const file: HandOverFile = {
    format: HAND_OVER_FORMAT,
    version: HAND_OVER_VERSION,
    kind,
    from: {
      name: visibleLine(data.askedBy).slice(0, 300),
      connection: visibleLine(data.connection).slice(0, 80),
    },
    madeAt: new Date(data.askedAt).toISOString(),
    appVersion: data.appVersion,
    accountId: data.accountId,
    steps: [...steps],
    values: data.values,
    template: {
      fileName: visibleLine(template.fileName).replaceAll(/[/\\]/g, '_').slice(0, 255),
      sha256: template.sha256,
      ...(template.source === 'file' ? { body: template.body } : {}),
      approved,
    },
  }
  return `${visibleJson(JSON.stringify(handOverFileSchema.parse(file), null, 2))}\n`
}

/** What a request asks for, by the names that its page says. */
export function requestedValues(data: HandOverData): HandOverValues {
  const { managedBy, report, bucketName, stack, template } = data
  const isOurs = managedBy === 'us'
  const hidden = new Set(template.parameters.filter((one) => one.hidden).map(({ name }) => name))
  const given = stack.parameters.filter(({ name, value }) => value !== '' && !hidden.has(name))
  const valueOf = (field: string): string | undefined =>
    given.find((parameter) => parameter.field === field)?.value
  const own = given.filter(({ field }) => field === 'own')
  return {
    managedBy,
    reportName: isOurs ? known(report.reportName) : undefined,
    bucketName: known(bucketName) ?? (isOurs ? known(report.bucketName) : undefined),
    bucketIsNew: isOurs ? bucketName === '' : undefined,
    prefix: isOurs ? known(report.prefix) : undefined,
    stackName: known(stack.stackName),
    roleName: valueOf('roleName'),
    policyName: valueOf('policyName'),
    externalId: valueOf('externalId'),
    parameters:
      own.length === 0
        ? undefined
        : Object.fromEntries(own.map(({ name, value }) => [name, value])),
  }
}

/** A value, or nothing where none is known. */
export const known = (value: string): string | undefined => (value === '' ? undefined : value)
