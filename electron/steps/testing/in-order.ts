import { isBusy, pause, type Opened } from './remembered.ts'

/** How many turns of the event loop without a new request mean that there will be none. */
const CALM = 20

/** Resolves once AWS has answered everything, and the app asks nothing more before it is told. */
async function askedAll({ network }: Opened): Promise<void> {
  let seen = -1
  for (let calm = 0; calm < CALM; calm += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    if (network.underWay() === 0 && network.sent.length === seen) continue
    seen = network.sent.length
    calm = -1
  }
}

/**
 * Hands the answers to the app one by one, each time another of those that wait: of so many the one at
 * the next place in `order`, round and round. Beyond its end the first by name is next. Resolves once
 * nothing goes on any more.
 */
export async function answeredInOrder(opened: Opened, order: readonly number[]): Promise<void> {
  const { connection, network } = opened
  const places = [...order]
  for (let still = 0; still < 3;) {
    await askedAll(opened)
    const held = network.held()
    if (held.length > 0) {
      held[(places.shift() ?? 0) % held.length]?.release()
      still = 0
    } else {
      still = isBusy(connection) || network.underWay() > 0 ? 0 : still + 1
      await pause(3)
    }
  }
}

/** Resolves once so many answers wait, with all that the app asks until it is told. */
export async function untilHeld(opened: Opened, operation: string): Promise<void> {
  while (!opened.network.held().some((one) => one.operation === operation)) await pause(2)
  await askedAll(opened)
}
