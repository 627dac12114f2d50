/**
 * AWS and Spot as the app meets them, over HTTP on this machine: for the demonstration, for unit
 * tests (in process) and for tests of the whole window.
 */
export { startSimulator } from './simulator.ts'
export type { Simulator, SimulatorOptions } from './simulator.ts'
export { manualClock } from './clock.ts'
export type { ManualClock } from './clock.ts'
export { SPOT_DEMO_TOKEN, isScenarioId, scenarios } from './scenarios.ts'
export type { Scenario, ScenarioId } from './scenarios.ts'
export { addFittingReport, addTakenRole, addUnfitReports } from './scenario-parts.ts'
export { addColleaguesStack, secondPayer, secondStartUrl } from './scenario-troubles.ts'
export { newBucket } from './world.ts'
export type { Account, BillingTransfer, Bucket, Role, World } from './world.ts'
export type { Holder, RoleCredentials, SsoWorld } from './sso-world.ts'
export type { SpotWorld } from './services/spot.ts'
export type { Stack } from './services/stack.ts'
export { addStackAgain } from './services/stack-course.ts'
export type { Fault } from './faults.ts'
export { issueCredentials } from './access/credentials.ts'
export { permissionSetRoleName } from './access/principals.ts'
export type { DenialKind } from './access/denial.ts'
export { administratorAccess } from './access/policy.ts'
export type { PolicyDocument } from './access/policy.ts'
