import { recordedStatus } from '../checklist/record.ts'
import type { Choices } from '../checklist/state-file.ts'
import { isHealthCode, isHealthId, type Finding } from '../contract/health.ts'
import type { StepView } from '../contract/status.ts'
import { STEP_IDS } from '../contract/steps.ts'
import { ONLY_OF_ROLE, readingsOf } from './of-steps.ts'
import { unseen, type Reading } from './reading.ts'

type Kept = NonNullable<Choices['health']>

/** What the last look has found since the connection was made; null if nobody has looked. */
export function keptFindings({ health, registered, account }: Choices): {
  readonly lookedAt: number
  readonly findings: readonly Finding[]
} | null {
  if (!health || !registered || health.accountId !== account?.id) return null
  if (health.lookedAt < registered.at) return null
  const findings = health.findings.flatMap(({ id, codes, ...rest }): Finding[] =>
    isHealthId(id) ? [{ id, codes: codes.filter(isHealthCode), ...rest }] : [],
  )
  return { lookedAt: health.lookedAt, findings }
}

/** What stands in the record of the registration. */
export function recordedFindings(choices: Choices): readonly Finding[] {
  const { registered, plan } = choices
  if (!registered) return []
  const steps = STEP_IDS.flatMap((id): StepView[] => {
    const status = recordedStatus(choices, id)
    return status ? [{ id, status }] : []
  })
  const managedBy = plan?.managedBy ?? 'us'
  const recorded = readingsOf(steps, managedBy, () => registered.at)
  const notRead = ONLY_OF_ROLE.map((id): Reading => ({
    id,
    at: registered.at,
    ...unseen('not-asked'),
  }))
  return [...recorded, ...notRead].map((one) => ({ ...one, before: null }))
}

/** What a look tells, with what was seen before (`earlier`) of all that it could not look at. */
export function withBefore(
  readings: readonly Reading[],
  earlier: readonly Finding[],
): readonly Finding[] {
  return readings.map((reading): Finding => {
    if (reading.state !== 'unseen') return { ...reading, before: null }
    const last = earlier.find(({ id }) => id === reading.id)
    if (!last) return { ...reading, before: null }
    const { state, at } = last
    return { ...reading, before: state === 'unseen' ? last.before : { state, at } }
  })
}

/**
 * As of when all of it is known (ms since the epoch): a step is read again by itself while it waits, and
 * makes what was read before no newer.
 */
export function lookedAtOf(findings: readonly Pick<Finding, 'state' | 'at'>[]): number {
  const seen = findings.filter(({ state }) => state !== 'unseen')
  const times = (seen.length > 0 ? seen : findings).map(({ at }) => at)
  return Math.min(...times)
}

/** A whole look, to be kept. */
export function toKeep(findings: readonly Finding[], accountId: string): Kept {
  return {
    accountId,
    lookedAt: lookedAtOf(findings),
    findings: findings.map(({ codes, ...rest }) => ({ ...rest, codes: [...codes] })),
  }
}
