import type { ManagedPolicy } from '../world.ts'
import { administratorAccess } from './policy.ts'

/** The few policies of AWS's own that the simulator has, by their ARNs. */
export const awsPolicies: ReadonlyMap<string, ManagedPolicy> = new Map(
  [{ name: 'AdministratorAccess', id: 'ANPAIWMBCKSKIEE64ZLYK', document: administratorAccess }].map(
    ({ name, ...rest }) => {
      const arn = `arn:aws:iam::aws:policy/${name}`
      const described = { path: '/', created: Date.UTC(2015, 1, 6), description: undefined }
      return [arn, { name, arn, ...described, ...rest }]
    },
  ),
)
