import { z } from 'zod'
import { isOf } from '../../errors/catalogue.ts'
import { AppFailure, fail, toAppError } from '../../errors/failure.ts'
import type { Service } from '../../network/endpoints.ts'
import { parseReceived } from '../../network/received.ts'

/** AWS's own name of the error, such as `NoSuchBucket`; '' when it was not AWS that spoke. */
export function awsCode(error: unknown): string {
  if (!(error instanceof AppFailure)) return ''
  const { detail } = error.error
  return detail?.httpStatus === undefined ? '' : (detail.code ?? '')
}

/** True when AWS refused for want of a permission, whoever withholds it. */
export function isDenied(error: unknown): boolean {
  return isOf(toAppError(error).code, 'denied')
}

/** `value` when this permission set may not look. */
export async function unlessDenied<T, U>(read: Promise<T>, value: U): Promise<T | U> {
  try {
    return await read
  } catch (error) {
    if (isDenied(error)) return value
    throw error
  }
}

/** AWS's own message, or ''. */
export function awsMessage(error: unknown): string {
  return toAppError(error).detail?.message ?? ''
}

/** A reply in which something is missing that AWS's model promises. */
function unreadable(service: Service, operation: string, cause: z.ZodError): AppFailure {
  const detail = { service, operation, message: z.prettifyError(cause) }
  return fail('aws-reply-unreadable', { service }, { cause, detail })
}

/** Parses a reply at the boundary. Throws `aws-reply-unreadable`. */
export function parseReply<Schema extends z.ZodType>(
  schema: Schema,
  reply: unknown,
  service: Service,
  operation: string,
): z.output<Schema> {
  const parsed = parseReceived(schema, reply)
  if (!parsed.success) throw unreadable(service, operation, parsed.error)
  return parsed.data
}

/** Settles a signal into the SDK's options. */
export function withSignal(signal: AbortSignal | undefined): { abortSignal?: AbortSignal } {
  return signal === undefined ? {} : { abortSignal: signal }
}
