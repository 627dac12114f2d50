import { drawn, meant } from '../../electron/base/visible.ts'

/**
 * The two doors between what is and what is drawn. A message from the main process comes in with every
 * character that cannot be seen as a mark, so that no place in the window can forget it; what goes out,
 * copied texts among it, is turned back into the exact values.
 */
export const forDrawing = <Message extends object>(message: Message): Message =>
  rewritten(message, drawn)
export const forSending = <Message extends object>(message: Message): Message =>
  rewritten(message, meant)

type Change = (text: string) => string

function rewritten<Message extends object>(message: Message, change: Change): Message {
  // Hardly ever is there anything to change: then it stays the same object.
  if (!isChanged(message, change)) return message
  const copy = structuredClone(message)
  rewrite(copy, change)
  return copy
}

function isChanged(node: unknown, change: Change): boolean {
  if (typeof node === 'string') return change(node) !== node
  return (
    typeof node === 'object' &&
    node !== null &&
    Object.values(node).some((member: unknown) => isChanged(member, change))
  )
}

function rewrite(node: object, change: Change): void {
  const members: [string, unknown][] = Object.entries(node)
  for (const [name, member] of members) {
    if (typeof member === 'string') Reflect.set(node, name, change(member))
    else if (typeof member === 'object' && member !== null) rewrite(member, change)
  }
}
