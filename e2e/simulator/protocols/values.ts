import type { Member, ServiceContract, Shape } from '../contract/contract.ts'
import { shapeOf } from '../contract/contract.ts'

/** Text from a header, a query or XML as the value its shape stands for; odd text stays text. */
export const valueOf = (service: ServiceContract, member: Member, text: string): unknown => {
  const shape = shapeOf(service, member.target)
  switch (shape.type) {
    case 'integer':
    case 'long':
    case 'short':
    case 'double':
    case 'float':
      return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text)
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text
    case 'timestamp': {
      const time = new Date(/^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : text)
      return Number.isNaN(time.getTime()) ? text : time
    }
    case 'list':
      return text.split(',').map((one) => one.trim())
    default:
      return text
  }
}

/** AWS writes whole seconds in most places and milliseconds in stack events and S3 lists. */
const dateTime = (time: Date): string => time.toISOString()

/** A value as text for XML or a header; headers carry times as HTTP dates. */
export const textOf = (shape: Shape, member: Member, value: unknown): string => {
  if (value instanceof Date) {
    const format = member.timestampFormat ?? shape.timestampFormat
    const usual = member.binding?.in === 'header' ? 'http-date' : 'date-time'
    if ((format ?? usual) === 'http-date') return value.toUTCString()
    if (format === 'epoch-seconds') return String(value.getTime() / 1000)
    return dateTime(value)
  }
  return String(value)
}
