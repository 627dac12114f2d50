/** Values that a template's functions work with. */
export type Scope = {
  parameters: Record<string, string | string[]>
  conditions: Record<string, unknown>
  mappings: Record<string, unknown>
  /** `AWS::AccountId` and the like. */
  pseudo: Record<string, string>
  /** `Ref` of a resource: its physical id. */
  physicalId(logicalId: string): string | undefined
  attribute(logicalId: string, name: string): string | undefined
}

/** A function that cannot be carried out; the message is AWS's kind of explanation. */
export class TemplateFault extends Error {}

const noValue = Symbol('AWS::NoValue')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The items of a list, or nothing. */
const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : ''

const refer = (scope: Scope, name: string): unknown => {
  if (name === 'AWS::NoValue') return noValue
  const value = scope.parameters[name] ?? scope.pseudo[name] ?? scope.physicalId(name)
  if (value === undefined) throw new TemplateFault(`Unresolved resource dependency [${name}]`)
  return value
}

const attribute = (scope: Scope, logicalId: string, name: string): string => {
  const value = scope.attribute(logicalId, name)
  if (value === undefined)
    throw new TemplateFault(
      `resource ${logicalId} does not support attribute type ${name} in Fn::GetAtt`,
    )
  return value
}

const placeholder = /\$\{([^}]+)\}/g

/** `Fn::Sub` takes a text, or a text and its own variables. */
const subArguments = (argument: unknown): unknown[] =>
  Array.isArray(argument) ? argument : [argument, {}]

const substitute = (scope: Scope, argument: unknown): string => {
  const [template, variables] = subArguments(argument)
  const own = isRecord(variables) ? variables : {}
  return text(template).replace(placeholder, (_whole, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`
    if (name in own) return text(resolveValue(own[name], scope))
    const dot = name.indexOf('.')
    if (dot < 0) return [refer(scope, name)].flat().map(text).join(',')
    return attribute(scope, name.slice(0, dot), name.slice(dot + 1))
  })
}

/** Whether a named condition holds. */
export const conditionHolds = (name: string, scope: Scope): boolean =>
  resolveValue(scope.conditions[name], scope) === true

const call = (name: string, argument: unknown, scope: Scope): unknown => {
  if (name === 'Ref') return refer(scope, text(argument))
  if (name === 'Condition') return conditionHolds(text(argument), scope)
  if (name === 'Fn::Sub') return substitute(scope, argument)
  if (name === 'Fn::If') {
    const [condition, yes, no] = itemsOf(argument)
    return resolve(conditionHolds(text(condition), scope) ? yes : no, scope)
  }
  const value = resolveValue(argument, scope)
  const list: unknown[] = Array.isArray(value) ? value : [value]
  switch (name) {
    case 'Fn::GetAtt': {
      const [id, ...path] = typeof value === 'string' ? value.split('.') : list.map(text)
      return attribute(scope, id ?? '', path.join('.'))
    }
    case 'Fn::Join':
      return itemsOf(list[1]).map(text).join(text(list[0]))
    case 'Fn::Split':
      return text(list[1]).split(text(list[0]))
    case 'Fn::Select': {
      const chosen = itemsOf(list[1])[Number(list[0])]
      if (chosen === undefined)
        throw new TemplateFault('Template error: Fn::Select cannot select nonexistent value')
      return chosen
    }
    case 'Fn::Equals':
      return text(list[0]) === text(list[1])
    case 'Fn::Not':
      return list[0] !== true
    case 'Fn::And':
      return list.every((one) => one === true)
    case 'Fn::Or':
      return list.includes(true)
    case 'Fn::Base64':
      return Buffer.from(text(value)).toString('base64')
    case 'Fn::FindInMap': {
      const [map, first, second] = list.map(text)
      const top = scope.mappings[map ?? '']
      const level = isRecord(top) ? top[first ?? ''] : undefined
      const found = isRecord(level) ? level[second ?? ''] : undefined
      if (found === undefined)
        throw new TemplateFault(
          `Template error: Unable to get mapping for ${map}::${first}::${second}`,
        )
      return found
    }
    default:
      throw new TemplateFault(`${name} is not supported by the simulator`)
  }
}

const isCall = (name: string): boolean =>
  name === 'Ref' || name === 'Condition' || name.startsWith('Fn::')

const resolve = (value: unknown, scope: Scope): unknown => {
  if (Array.isArray(value))
    return value.map((one) => resolve(one, scope)).filter((one) => one !== noValue)
  if (!isRecord(value)) return value
  const entries = Object.entries(value)
  const [only] = entries
  // A policy statement has a member `Condition` too; only text names a template's condition.
  const isPolicyCondition = only?.[0] === 'Condition' && typeof only[1] !== 'string'
  if (entries.length === 1 && only && isCall(only[0]) && !isPolicyCondition)
    return call(only[0], only[1], scope)
  return Object.fromEntries(
    entries
      .map(([key, inner]) => [key, resolve(inner, scope)] as const)
      .filter(([, inner]) => inner !== noValue),
  )
}

/** A value with its functions carried out; `AWS::NoValue` becomes undefined. */
export const resolveValue = (value: unknown, scope: Scope): unknown => {
  const resolved = resolve(value, scope)
  return resolved === noValue ? undefined : resolved
}

/** Names of parameters and resources that a value refers to, pseudo parameters left out. */
export const references = (value: unknown): Set<string> => {
  const found = new Set<string>()
  const add = (name: string): void => {
    if (!name.startsWith('AWS::')) found.add(name)
  }
  const visit = (inner: unknown): void => {
    if (Array.isArray(inner)) return inner.forEach(visit)
    if (!isRecord(inner)) return
    for (const [key, argument] of Object.entries(inner)) {
      if (key === 'Ref' && typeof argument === 'string') add(argument)
      else if (key === 'Fn::GetAtt') add(text(Array.isArray(argument) ? argument[0] : argument))
      else if (key === 'Fn::Sub') {
        const [template, variables] = subArguments(argument)
        for (const [, name = ''] of text(template).matchAll(placeholder)) {
          const base = name.split('.')[0] ?? name
          if (!name.startsWith('!') && !(isRecord(variables) && base in variables)) add(base)
        }
        visit(variables)
      } else visit(argument)
    }
  }
  visit(value)
  return found
}
