import { awsDrivers } from './aws-drivers.ts'
import { s3Drivers } from './s3-drivers.ts'
import { signInDrivers } from './sign-in-drivers.ts'
import { spotDrivers } from './spot-drivers.ts'
import type { Stage } from './stage.ts'

/**
 * One way in which the app comes to an operation: calls a service's own function. Resolves what
 * the function resolves, or the part of it that the operation decides.
 */
export type Driver = (stage: Stage) => Promise<unknown>

/** Ways to one operation, each by what the app does when it takes it. */
export type Drivers = Readonly<Record<string, Readonly<Record<string, Driver>>>>

/** How the app comes to each operation it calls, by `service:operation`. */
export const drivers: Drivers = {
  ...awsDrivers,
  ...s3Drivers,
  ...signInDrivers,
  ...spotDrivers,
}
