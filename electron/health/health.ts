import { abortOfMany } from '../base/abort.ts'
import type { Clock } from '../base/clock.ts'
import type { Engine } from '../checklist/engine.ts'
import type { Choices } from '../checklist/state-file.ts'
import { HEALTH_IDS, type Finding, type Health } from '../contract/health.ts'
import type { Status, StepView } from '../contract/status.ts'
import type { StepId } from '../contract/steps.ts'
import { keptFindings, lookedAtOf, recordedFindings, toKeep, withBefore } from './kept.ts'
import { isUnderWay, lookOf, readingsOf } from './of-steps.ts'
import { deniedActions, statementFor } from './policy.ts'
import { lookAtRole, type RoleLook, type RoleLooking, type RoleToLookAt } from './role-look.ts'
import type { Reading } from './reading.ts'

export type HealthAtWork = {
  /** Null of a connection that is not made, or taken back. */
  readonly state: () => Health | null
  /** To be called whenever the checklist has changed: looks at the role beside it, and keeps what was found. */
  readonly follow: () => void
  /** Ends the look at the role. */
  readonly stop: () => void
  /** Resolves when nothing is being read or kept. */
  readonly idle: () => Promise<void>
}

type Options = RoleLooking & {
  readonly engine: Pick<Engine, 'steps' | 'choices' | 'reopened' | 'remember' | 'lookBeside'>
  /** The role for Spot and what it is meant to have; null where there is none. */
  readonly role: () => RoleToLookAt | null
  readonly clock: Pick<Clock, 'now'>
  /** The operator's policy and the one for this look, as their files are. */
  readonly policies: { readonly operator: string; readonly health: string }
  readonly onChange: () => void
  /** A job whose failure has to be told. */
  readonly watch: (job: Promise<void>) => void
}

/** A look at the role, for as long as the checklist says what it did when it began. */
type Looking = {
  readonly of: Status
  /** Null where none is known. */
  readonly role: RoleToLookAt | null
  readonly abort: AbortController
  look: RoleLook | null
}

/**
 * How a connection stands on any later day. The checklist reads most of it; what only the role itself
 * tells is read here, whenever the checklist has looked at the stack.
 */
export function createHealth(options: Options): HealthAtWork {
  const { engine, clock, watch, onChange } = options
  const jobs = new Set<Promise<void>>()
  let looking: Looking | null = null
  /** What the registration's record said before this look; null until somebody wants to know. */
  let recorded: readonly Finding[] | null = null
  let keptLast = ''

  const timeOf = firstSeen(clock)
  const background = (job: Promise<void>): void => {
    const tracked = job.finally(() => jobs.delete(tracked))
    jobs.add(tracked)
    watch(tracked)
  }
  const isOpen = (): boolean => isMade(engine.choices()) && engine.reopened()

  const lookAt = async (current: Looking, role: RoleToLookAt): Promise<void> => {
    const { signal } = current.abort
    try {
      const { value, asOf } = await engine.lookBeside(() =>
        lookAtRole(options, role, clock.now(), signal),
      )
      if (signal.aborted) return
      current.look = asOfThen(value, asOf)
    } catch (error) {
      if (!signal.aborted) throw error
      return
    }
    onChange()
    keep()
  }
  /** What was seen before this look: it takes out of the record what it proves wrong, sooner or later. */
  const earlier = (): readonly Finding[] => {
    recorded ??= recordedFindings(engine.choices())
    return keptFindings(engine.choices())?.findings ?? recorded
  }
  const liveFindings = (): readonly Finding[] =>
    withBefore(liveReadings(engine, looking?.look ?? null, timeOf), earlier())
  const keep = (): void => {
    const { account } = engine.choices()
    if (!isOpen() || lookOf(engine.steps()) !== 'looked' || isLooking(looking)) return
    const findings = liveFindings()
    if (!account || findings.length === 0) return
    const health = toKeep(findings, account.id)
    const text = JSON.stringify(health)
    // What the disk did not take is not tried again until there is something else to keep.
    if (text === keptLast || text === JSON.stringify(engine.choices().health)) return
    keptLast = text
    background(engine.remember({ health }).then(onChange))
  }

  return {
    state: () => stateOf(options, looking, liveFindings),
    follow() {
      const stack = ready(engine.steps())
      if (!isOpen() || lookOf(engine.steps()) === 'signing-in') {
        looking?.abort.abort()
        looking = null
        recorded = recordedFindings(engine.choices())
        return
      }
      if (stack && stack !== looking?.of) {
        looking?.abort.abort()
        const role = options.role()
        looking = { of: stack, role, abort: abortOfMany(), look: role ? null : NOTHING }
        if (role) background(lookAt(looking, role))
      }
      keep()
    },
    stop: () => looking?.abort.abort(),
    async idle() {
      while (jobs.size > 0) await Promise.all(jobs)
    },
  }
}

/** When a status was first seen: one that says no time of its own is as old as that. */
function firstSeen(clock: Options['clock']): (status: Status) => number {
  const seenAt = new WeakMap<Status, number>()
  return (status) => {
    const at = seenAt.get(status) ?? clock.now()
    seenAt.set(status, at)
    return at
  }
}

/** A look is as old as the oldest answer in it, which had been asked for at `asOf` (ms). */
const asOfThen = (look: RoleLook, asOf: number): RoleLook => ({
  ...look,
  readings: look.readings.map((one) => ({ ...one, at: Math.min(one.at, asOf) })),
})

const NOTHING: RoleLook = {
  readings: [],
  differences: [],
  trust: { more: [], less: [] },
  problems: [],
}

const isLooking = (looking: Looking | null): boolean => looking !== null && looking.look === null

const isMade = ({ registered, disconnected }: Choices): boolean =>
  registered !== null && disconnected === null

const statusOf = (steps: readonly StepView[], id: StepId): Status | undefined =>
  steps.find((step) => step.id === id)?.status

/** The stack's status once it is read, and the account is the one that was registered. */
function ready(steps: readonly StepView[]): Status | null {
  const stack = steps.find(({ id }) => id === 'stack')
  if (!stack || isUnderWay(stack, steps)) return null
  return statusOf(steps, 'sign-in')?.kind === 'done' ? stack.status : null
}

/** What the checklist and the role tell; of the role what the checklist has seen counts. */
function liveReadings(
  { steps, choices }: Options['engine'],
  look: RoleLook | null,
  timeOf: (status: Status) => number,
): readonly Reading[] {
  const managedBy = choices().plan?.managedBy ?? 'us'
  const bySteps = readingsOf(steps(), managedBy, timeOf)
  return HEALTH_IDS.flatMap((id): Reading[] => {
    const step = bySteps.find((one) => one.id === id)
    const role = look?.readings.find((one) => one.id === id)
    const isDetailed = step?.codes.includes('trust-changed') && role?.state === 'bad'
    const found = step && step.state !== 'unseen' && !isDetailed ? step : (role ?? step)
    return found ? [found.id === 'role' ? asTold(found, choices(), steps()) : found] : []
  })
}

/**
 * A role that is right in itself is none of Spot's if Spot was given another one. That Spot has it by now
 * is the person's word, and stays marked as that.
 */
function asTold(reading: Reading, { registered }: Choices, steps: readonly StepView[]): Reading {
  const stack = statusOf(steps, 'stack')
  const found = stack?.kind === 'done' ? stack.evidence.find(({ id }) => id === 'role-arn') : null
  const told = registered?.evidence.find(({ id }) => id === 'role-arn')
  if (reading.state !== 'good' || !found || !told) return reading
  if (found.value !== told.value) return { ...reading, state: 'bad', codes: ['role-not-told'] }
  const isByWord = registered?.evidence.some(({ id }) => id === 'role-told-at')
  return isByWord ? { ...reading, codes: ['role-by-word'] } : reading
}

function stateOf(
  { engine, policies }: Options,
  looking: Looking | null,
  liveFindings: () => readonly Finding[],
): Health | null {
  const choices = engine.choices()
  const { registered } = choices
  if (!registered || !isMade(choices)) return null
  const kept = keptFindings(choices)
  const look = looking?.look
  const course = engine.reopened() ? lookOf(engine.steps()) : 'closed'
  const isLive = course === 'looked' || course === 'looking'
  const goesOn = course === 'looked' && isLooking(looking) ? 'looking' : course
  const findings = isLive ? liveFindings() : (kept?.findings ?? recordedFindings(choices))
  return {
    since: registered.at,
    // A look that is over is one, even if the disk did not take it, or the clock was set back since.
    lookedAt:
      goesOn === 'looked' && findings.length > 0 ? lookedAtOf(findings) : (kept?.lookedAt ?? null),
    look: goesOn,
    findings,
    differences: look?.differences ?? [],
    trust: look?.trust ?? NOTHING.trust,
    problem: (isLive && look?.problems[0]) || null,
    statement: isLive
      ? statementFor(deniedActions(findings, engine.steps(), look?.problems ?? []), [
          policies.health,
          policies.operator,
        ])
      : '',
    policy: policies.health,
    roleName: looking?.role?.arn.split('/').at(-1) ?? '',
  }
}
