import { calledOperations } from './called-operations.ts'
import type { CalledOperation } from './called-operations.ts'
import { drivers as allDrivers } from './drivers.ts'
import type { Drivers } from './drivers.ts'
import { provoke } from './provoke.ts'
import type { Outcome } from './provoke.ts'
import { provocations } from './provocations.ts'
import type { Provocation, Provocations } from './provocations.ts'
import { openStage } from './stage.ts'
import type { Stage } from './stage.ts'

/** One error of one operation, and what came of it on each way to the operation. */
export type ListedError = {
  readonly provocation: Provocation
  /** False for errors that the service documents, and no model lists for the operation. */
  readonly modelled: boolean
  readonly outcomes: readonly { readonly way: string; readonly outcome: Outcome }[]
}
export type ListedOperation = {
  readonly service: string
  readonly operation: string
  readonly files: readonly string[]
  readonly errors: readonly ListedError[]
}
export type Listing = {
  readonly operations: readonly ListedOperation[]
  /** `service:operation` in the code, of which the contract knows nothing. */
  readonly withoutContract: readonly string[]
  /** In the code, and nothing here calls it. */
  readonly withoutDriver: readonly string[]
  /** Sent by a driver, and not found in the code. */
  readonly unnoticed: readonly string[]
  /** In the contract, and nothing in the code sends it. */
  readonly neverCalled: readonly string[]
}

const keyOf = ({ service, operation }: { service: string; operation: string }): string =>
  `${service}:${operation}`

async function listOperation(
  stage: Stage,
  called: CalledOperation,
  drivers: Drivers,
  { modelled, common }: Provocations,
): Promise<ListedOperation> {
  const { service, operation, files } = called
  const errors: ListedError[] = []
  const list = async (all: readonly Provocation[], isModelled: boolean): Promise<void> => {
    for (const provocation of all) {
      const outcomes: { way: string; outcome: Outcome }[] = []
      for (const [way, driver] of Object.entries(drivers[keyOf(called)] ?? {}))
        outcomes.push({ way, outcome: await provoke(stage, called, provocation, driver) })
      errors.push({ provocation, modelled: isModelled, outcomes })
    }
  }
  await list(modelled(service, operation), true)
  await list(common(service, operation), false)
  return { service, operation, files, errors }
}

/**
 * Lets every operation that the app calls fail with each error it can answer, over the wire and
 * through the app's own services.
 */
export async function listErrors({
  called = calledOperations(),
  drivers = allDrivers,
  answers = provocations(),
}: {
  called?: readonly CalledOperation[]
  drivers?: Drivers
  answers?: Provocations
} = {}): Promise<Listing> {
  const inCode = new Set(called.map(keyOf))
  const sent = new Set<string>()
  const operations: ListedOperation[] = []
  const isDescribed = (one: CalledOperation): boolean =>
    one.service === 'spot' || answers.known.has(keyOf(one))
  for (const one of called) {
    if (!isDescribed(one) || drivers[keyOf(one)] === undefined) continue
    const stage = await openStage()
    try {
      operations.push(await listOperation(stage, one, drivers, answers))
      for (const request of stage.simulator.requests) sent.add(keyOf(request))
    } finally {
      await stage.stop()
    }
  }
  return {
    operations,
    withoutContract: called.filter((one) => !isDescribed(one)).map(keyOf),
    withoutDriver: called.map(keyOf).filter((key) => drivers[key] === undefined),
    unnoticed: [...sent].filter((key) => !inCode.has(key) && !key.startsWith('browser:')),
    neverCalled: [...answers.known].filter((key) => !inCode.has(key)),
  }
}
