import { shapeOf } from '../contract/contract.ts'
import type { Member, OperationContract, ServiceContract } from '../contract/contract.ts'
import { valueOf } from './values.ts'
import type { WireResponse } from './wire.ts'
import { structureToXml, writeXml } from './xml.ts'

type Tree = { text?: string; branches: Map<string, Tree> }

const grow = (params: URLSearchParams): Tree => {
  const root: Tree = { branches: new Map() }
  for (const [name, text] of params) {
    let tree = root
    for (const part of name.split('.')) {
      const next = tree.branches.get(part) ?? { branches: new Map() }
      tree.branches.set(part, next)
      tree = next
    }
    tree.text = text
  }
  return root
}

const decode = (service: ServiceContract, member: Member, tree: Tree): unknown => {
  const shape = shapeOf(service, member.target)
  if (shape.type === 'structure') {
    const members = Object.entries(shape.members ?? {})
    const known = new Map(members.map(([name, one]) => [one.xmlName ?? name, { name, one }]))
    return Object.fromEntries(
      [...tree.branches].map(([part, branch]) => {
        const found = known.get(part)
        return found
          ? [found.name, decode(service, found.one, branch)]
          : [part, branch.text ?? `(${part})`]
      }),
    )
  }
  if (shape.type === 'list' && shape.member) {
    const item = shape.member
    const holder = member.flattened ? tree : tree.branches.get(item.xmlName ?? 'member')
    return [...(holder?.branches ?? [])]
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .map(([, branch]) => decode(service, item, branch))
  }
  return valueOf(service, member, tree.text ?? '')
}

/** Input of an awsQuery request; parameters that the model does not know keep their names. */
export const decodeQuery = (
  service: ServiceContract,
  operation: OperationContract,
  body: string,
): unknown => {
  const params = new URLSearchParams(body)
  params.delete('Action')
  params.delete('Version')
  return decode(service, { target: operation.input ?? 'Structure' }, grow(params))
}

/** An awsQuery answer. */
export const encodeQuery = (
  service: ServiceContract,
  name: string,
  output: Record<string, unknown>,
  requestId: string,
): WireResponse => {
  const shape = service.operations[name]?.output
  const result = shape === undefined ? {} : structureToXml(service, shape, output)
  return {
    status: 200,
    headers: { 'content-type': 'text/xml' },
    body: writeXml(
      `${name}Response`,
      { [`${name}Result`]: result, ResponseMetadata: { RequestId: requestId } },
      { xmlns: service.xmlNamespace ?? '' },
    ),
  }
}

/** An awsQuery error. */
export const encodeQueryError = (
  service: ServiceContract,
  error: { code: string; message: string; status: number },
  requestId: string,
): WireResponse => ({
  status: error.status,
  headers: { 'content-type': 'text/xml' },
  body: writeXml(
    'ErrorResponse',
    {
      Error: {
        Type: error.status < 500 ? 'Sender' : 'Receiver',
        Code: error.code,
        Message: error.message,
      },
      RequestId: requestId,
    },
    { xmlns: service.xmlNamespace ?? '' },
  ),
})
