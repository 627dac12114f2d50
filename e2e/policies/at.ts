import type { Stage, SetStage } from '../journeys/stage.ts'
import type { PolicyFolder } from '../journeys/policy-folder.ts'

/** Where a row of the matrix is played. */
export type At = {
  readonly stage: SetStage
  readonly policy: PolicyFolder
  /** What is to be ended after the row, last to first. */
  readonly endings: (() => Promise<void>)[]
}

/** Starts the app with what an organization decides. */
export async function startWith(
  { policy }: Pick<At, 'policy'>,
  scene: Stage,
  settings: object,
  options: NonNullable<Parameters<Stage['start']>[0]> = {},
): ReturnType<Stage['start']> {
  await policy.write(settings)
  return scene.start({ ...options, env: { ...options.env, ...policy.env } })
}
