import { HttpRequest } from '@smithy/protocol-http'
import type { MiddlewareStack } from '@smithy/types'

/**
 * An operation that the client does not know, on a command for another one of the same shape: its request
 * is rewritten before it is measured and signed, and the call has its right name in the record and in
 * errors.
 */
export function carrying<Input extends object, Output extends object>(
  stack: Pick<MiddlewareStack<Input, Output>, 'add'>,
  operation: string,
  rewrite: (request: HttpRequest) => void,
): void {
  stack.add(
    (next, context) => {
      context['commandName'] = `${operation}Command`
      return next
    },
    { name: 'ecoConnectOperationName', step: 'initialize', priority: 'low' },
  )
  stack.add(
    (next) => (args) => {
      const { request } = args
      if (!HttpRequest.isInstance(request)) throw new TypeError('no HTTP request to rewrite')
      rewrite(request)
      return next(args)
    },
    { name: 'ecoConnectOperation', step: 'build', priority: 'high' },
  )
}
