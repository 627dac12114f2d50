import type { Status } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import type { AppError } from '../../electron/errors/app-error.ts'
import { isOf } from '../../electron/errors/catalogue.ts'
import { createDisconnect, type Undo } from '../../electron/disconnect/disconnect.ts'
import { notedIn } from '../../electron/disconnect/taken-back.ts'
import { startJourney, type Journey } from '../../electron/steps/testing/journey.ts'
import { PAYER } from '../../electron/aws/testing/portal.ts'
import type { Course } from './courses.ts'
import { answerTo, isQuestion } from './person.ts'
import type { FaultStage } from './stage.ts'

/** Something that went wrong, as the person reads it. */
export type Trouble = { readonly where: string; readonly error: AppError }

export type Run = {
  readonly journey: Journey
  readonly undo: Undo
  readonly history: string[]
  /** Plays until the registration is done and wiped; whatever shows as trouble is told. */
  readonly play: (meanwhile: {
    readonly onTrouble: (troubles: readonly Trouble[]) => void
    /** What somebody else presses comes first. */
    readonly held: () => Promise<void>
  }) => Promise<void>
  /** Ends whatever still waits. */
  readonly stop: () => void
}

/** More presses than any journey needs, so that one which turns in a circle is noticed. */
const PRESSES = 80

const errorOf = (status: Status): AppError | undefined => {
  if (status.kind === 'failed') return status.error
  return status.kind === 'todo' ? status.problem : undefined
}

function described(id: string, status: Status): string {
  const doing = status.kind === 'acting' ? status.progress.kind : (errorOf(status)?.code ?? '')
  return `${id} ${status.kind} ${doing}`.trim()
}

/** Starts the checklist on its course, and notes every status it shows. */
export async function startRun(stage: FaultStage, course: Course): Promise<Run> {
  const { simulator, clock, network } = stage
  const history: string[] = []
  const journey = await startJourney(stage, new Map(), undefined, {
    network,
    ...(course.awsFiles ? { awsFiles: course.awsFiles(simulator) } : {}),
    ...(course.template === undefined ? {} : { template: course.template }),
  })
  const { engine, health, watch, send, wipe } = journey
  const seen = new Map<string, string>()
  watch(() => {
    for (const { id, status } of engine.steps()) {
      const text = described(id, status)
      if (seen.get(id) === text) continue
      seen.set(id, text)
      history.push(text)
      if (status.kind !== 'acting' || status.progress.kind !== 'device') continue
      // Whoever sees the code opens its page, and agrees there.
      engine.command({ step: 'sign-in', action: 'open-link' }).catch(() => undefined)
    }
  })
  const undo = createDisconnect({
    ...journey.undoing,
    choices: engine.choices,
    busy: () => false,
    connectionId: 'connection',
    clock,
    onChange: () => history.push(`disconnect ${undo.state().kind}`),
    onTakenBack: notedIn(engine, clock),
    onRemovedAll: async () => engine.close(),
  })
  let removed = !course.disconnects
  let isLookedAt = !course.looksAgain
  let stopped = false

  const troubles = (): Trouble[] => {
    const steps = engine.steps().flatMap(({ id, status }): Trouble[] => {
      const error = isQuestion(id, status) ? undefined : errorOf(status)
      return error ? [{ where: id, error }] : []
    })
    const state = wipe.state()
    const problem = health.state()?.problem
    return [
      ...steps,
      ...(problem ? [{ where: 'health', error: problem }] : []),
      ...(state.kind === 'failed' ? [{ where: 'wipe', error: state.error }] : []),
    ]
  }
  const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))
  const statusOf = (id: StepId): Status => journey.status(id)
  const working = (): boolean =>
    wipe.state().kind === 'wiping' ||
    health.state()?.look === 'looking' ||
    engine.steps().some(({ status }) => {
      if (['checking', 'acting'].includes(status.kind)) return true
      return status.kind === 'pending' && status.blocks
    })
  const rest = async (): Promise<void> => {
    do {
      await engine.idle()
      await health.idle()
      if (working()) await wait()
      if (stopped) throw new Error('The journey was stopped')
    } while (working())
    await engine.idle()
  }

  /** Presses what a person presses on a step that went wrong: check, and then its own button. */
  const again = async ({ where, error }: Trouble, pressed: number): Promise<void> => {
    if (where === 'wipe') {
      if (!(await wipe.run())) return
      const { registered } = engine.choices()
      if (registered) await engine.remember({ registered: { ...registered, wiped: true } })
      return
    }
    if (where === 'health') return engine.lookAnew()
    const step = engine.steps().find(({ id }) => id === where)
    if (!step) throw new Error(`There is no step ${where}`)
    if (isOf(error.code, 'signed-out') && course.wayIn !== 'profile' && pressed > 0)
      return send({ step: 'sign-in', action: 'sign-in-again' })
    const ask = 'ask' in step.status ? step.status.ask : undefined
    const answer = ask ? answerTo(ask, course.wayIn) : null
    if (answer && (step.status.kind === 'todo' || pressed > 0)) return send(answer)
    return send({ step: step.id, action: 'check' })
  }

  /** Takes everything back, as far as it goes. */
  const takeBack = async (): Promise<Trouble[]> => {
    await undo.list()
    const listed = undo.state()
    if (listed.kind === 'failed') return [{ where: 'disconnect', error: listed.error }]
    if (listed.kind !== 'listed') return []
    const failed = (): Trouble[] => {
      const state = undo.state()
      const items = state.kind === 'listed' ? state.items : []
      return items.flatMap(({ id, error }) => (error ? [{ where: `disconnect ${id}`, error }] : []))
    }
    if (failed().length > 0) return failed()
    for (const { id, name, state } of listed.items) {
      if (state !== 'there') continue
      await undo.remove(id, name, true)
      if (undo.state().kind !== 'listed' || failed().length > 0) return failed()
    }
    removed = true
    undo.close()
    // As “Connect again” does.
    await engine.forgetCreated()
    return []
  }

  /** Looks at the role of the connection that was made, once somebody has signed in for it. */
  const lookAtRole = async (): Promise<void> => {
    if (!engine.reopened()) {
      for (const role of stage.simulator.world.accounts.get(PAYER)?.roles.values() ?? [])
        role.inline.set('ByHand', { Version: '2012-10-17', Statement: [] })
      return engine.reopen()
    }
    if (health.state()?.look !== 'looked') return
    isLookedAt = true
    engine.close()
    await wipe.run()
  }

  const finished = (): boolean =>
    statusOf('registration').kind === 'done' && wipe.state().kind === 'wiped'

  const play: Run['play'] = async ({ onTrouble, held }) => {
    const pressed = new Map<string, number>()
    for (let press = 0; press < PRESSES; press += 1) {
      await rest()
      await held()
      const found = troubles()
      if (found.length > 0) {
        onTrouble(found)
        const [first] = found
        if (!first) return
        const key = `${first.where} ${first.error.code}`
        await again(first, pressed.get(key) ?? 0)
        pressed.set(key, (pressed.get(key) ?? 0) + 1)
        continue
      }
      if (finished() && isLookedAt) return
      if (finished() && (!engine.reopened() || health.state()?.look === 'looked')) {
        await lookAtRole()
        continue
      }
      const isTakenBack = engine.choices().disconnected !== null
      if (!removed && (isTakenBack || statusOf('registration').kind === 'todo')) {
        const failed = await takeBack()
        if (failed.length > 0) onTrouble(failed)
        continue
      }
      const open = engine.steps().find(({ id, status }) => isQuestion(id, status))
      const ask = open && 'ask' in open.status ? open.status.ask : undefined
      const answer = ask ? answerTo(ask, course.wayIn) : null
      if (!answer) throw new Error('The checklist rests, and asks nothing')
      await send(answer)
    }
    throw new Error(`Not finished after ${PRESSES} presses`)
  }
  const stop = (): void => {
    stopped = true
    undo.close()
    engine.stop()
  }
  return { journey, undo, history, play, stop }
}
