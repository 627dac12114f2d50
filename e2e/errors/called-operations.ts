import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** An operation that the app's own code sends. */
export type CalledOperation = {
  /** As endpoints and the contract name it: `s3`, `sso-oidc`, `spot` … */
  readonly service: string
  readonly operation: string
  /** The files that send it, from the project's root. */
  readonly files: readonly string[]
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Services by the package of their client. */
const CLIENTS: Readonly<Record<string, string>> = {
  'client-cloudformation': 'cloudformation',
  'client-cost-and-usage-report-service': 'cur',
  'client-iam': 'iam',
  'client-organizations': 'organizations',
  'client-s3': 's3',
  'client-sso': 'sso',
  'client-sso-oidc': 'sso-oidc',
  'client-sts': 'sts',
  'nested-clients/signin': 'signin',
}

/** `'cur', 'ListTagsForResource'`, where the second may be a constant of the same file. */
const BESIDE_SERVICE = new RegExp(
  `'(${Object.values(CLIENTS).join('|')})',\\s*('[A-Z]\\w+'|[A-Z_]+)`,
  'g',
)

const serviceOf = (client: string): string => {
  const service = CLIENTS[client]
  if (service === undefined) throw new Error(`No service is known for @aws-sdk/${client}`)
  return service
}

/** `CreateStackCommand` and `paginateListBuckets` as the operations behind them. */
const operationIn = (name: string): string | undefined =>
  /^(\w+)Command$/.exec(name)?.[1] ?? /^paginate(\w+)$/.exec(name)?.[1]

/**
 * What a source file sends: commands and paginators that it imports, and operations that it names
 * beside their service, as calls do that no client of the SDK offers.
 */
export function operationsIn(source: string): { service: string; operation: string }[] {
  const found: { service: string; operation: string }[] = []
  for (const [, names = '', client = ''] of source.matchAll(
    /import \{([^}]*)\} from '@aws-sdk\/((?:client-|nested-clients\/)[\w-]+)'/g,
  ))
    for (const name of names.split(',')) {
      const operation = operationIn(name.trim())
      if (operation !== undefined) found.push({ service: serviceOf(client), operation })
    }
  const constants = new Map(
    [...source.matchAll(/const ([A-Z_]+) = ('[A-Z]\w+')/g)].map(([, name = '', text = '']) => [
      name,
      text,
    ]),
  )
  for (const [, service = '', argument = ''] of source.matchAll(BESIDE_SERVICE)) {
    const operation = /^'([A-Z]\w+)'$/.exec(constants.get(argument) ?? argument)?.[1]
    if (operation !== undefined) found.push({ service, operation })
  }
  return found
}

/** Operations of Spot have no names of their own: these are those that its client tells the log. */
export const spotOperationsIn = (source: string): { service: string; operation: string }[] =>
  [...source.matchAll(/\boperation: '([A-Z]\w+)'/g)].map(([, operation = '']) => ({
    service: 'spot',
    operation,
  }))

const sourcesUnder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|(^|\/)testing\//.test(file))
    .map((file) => join(ROOT, folder, file))
    .toSorted()

const key = ({ service, operation }: { service: string; operation: string }): string =>
  `${service}:${operation}`

/** Every operation that the app calls, once, by service and name. Reads the sources. */
export function calledOperations(): CalledOperation[] {
  const found = new Map<string, CalledOperation>()
  const add = (file: string, all: readonly { service: string; operation: string }[]): void => {
    for (const one of all) {
      const files = found.get(key(one))?.files ?? []
      found.set(key(one), { ...one, files: [...new Set([...files, relative(ROOT, file)])] })
    }
  }
  for (const file of sourcesUnder('electron')) add(file, operationsIn(readFileSync(file, 'utf8')))
  for (const file of sourcesUnder('electron/spot'))
    add(file, spotOperationsIn(readFileSync(file, 'utf8')))
  const keys = [...found.keys()].toSorted()
  return keys.flatMap((one) => found.get(one) ?? [])
}
