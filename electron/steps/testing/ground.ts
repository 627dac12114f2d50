import { readFileSync } from 'node:fs'
import { nodeHttpJson } from '../../aws/testing/portal.ts'
import type { Simulated } from '../../aws/testing/simulated.ts'
import type { Clock } from '../../base/clock.ts'
import type { Desktop } from '../../base/desktop.ts'
import type { Engine } from '../../checklist/engine.ts'
import type { Ground } from '../../connection/services.ts'
import { NOT_MANAGED } from '../../contract/managed.ts'
import type { Status } from '../../contract/status.ts'
import type { StepId } from '../../contract/steps.ts'
import { endpointsFrom } from '../../network/endpoints-from.ts'
import { isOnThisComputer } from '../../start/development.ts'
import { GERMAN } from '../../texts/de/index.ts'
import { ENGLISH } from '../../texts/en/index.ts'

const resource = (name: string): string =>
  readFileSync(new URL(`../../../resources/${name}`, import.meta.url), 'utf8')

export const builtInTemplate = resource('eco-role.template.json')
export const firstTemplate = resource('earlier/eco-role.1.template.json')
const operatorPolicy = resource('operator-policy.json')
const healthPolicy = resource('health-policy.json')

/** What the services of a connection stand on where AWS and Spot are a simulator. */
export function groundOn(
  { simulator, clock, tokens }: Pick<Simulated, 'simulator' | 'clock' | 'tokens'>,
  desktop: Desktop,
): Ground {
  return {
    http: nodeHttpJson,
    askRedirect: () => Promise.resolve(null),
    endpoints: endpointsFrom(simulator.env),
    clock: shortWaitsOnly(clock),
    desktop,
    tokens,
    awsFiles: { folder: '/nowhere', files: { read: () => Promise.resolve(null) } },
    documents: {
      roleTemplate: builtInTemplate,
      earlierTemplates: [firstTemplate],
      operatorPolicy,
      healthPolicy,
    },
    vaultReady: () => Promise.resolve(),
    randomToken: () => crypto.randomUUID(),
    connectionId: 'connection',
    isStandIn: isOnThisComputer,
    managed: NOT_MANAGED,
    appVersion: '0.0.0',
    language: () => ENGLISH,
    languageOf: async (id) => (id === 'de' ? GERMAN : ENGLISH),
    onChange: () => undefined,
  }
}

/** Short waits pass at once; long ones (somebody else, a delivery) only end by being given up. */
function shortWaitsOnly(clock: Clock): Clock {
  const long = 60_000
  return {
    now: clock.now,
    sleep: (ms, signal) =>
      ms < long
        ? clock.sleep(ms, signal)
        : new Promise((_resolve, reject) => {
            signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
          }),
  }
}

/** A desktop that does as it is asked, and what it was asked to open, to copy, and to save by name. */
export type Asked = {
  readonly opened: string[]
  readonly copied: string[]
  readonly saved: Map<string, string>
  /** Pages that went to a printer. */
  readonly printed: string[]
  /** Files of which the place was shown. */
  readonly shown: string[]
}
export function recordingDesktop(options: {
  readonly saveSummary: (text: string) => void
  readonly open?: (link: string) => Promise<unknown>
  /** The one that is chosen whenever a folder is asked for. */
  readonly folder?: string
  /** The file that is chosen whenever a template is asked for. */
  readonly template?: Uint8Array
}): { readonly desktop: Desktop; readonly asked: Asked } {
  const asked: Asked = { opened: [], copied: [], saved: new Map(), printed: [], shown: [] }
  return {
    asked,
    desktop: {
      open: async (link) => {
        asked.opened.push(link)
        await options.open?.(link)
      },
      copy: async (text) => void asked.copied.push(text),
      chooseTemplate: async () =>
        options.template ? { name: 'own.json', bytes: options.template } : null,
      chooseFolder: () => Promise.resolve(options.folder ?? null),
      openFile: async () => undefined,
      showFile: async (file) => void asked.shown.push(file),
      saveSummary: async (text) => {
        options.saveSummary(text)
        return 'summary.txt'
      },
      saveFile: async (name, text, beside) => {
        asked.saved.set(name, text)
        if (beside) asked.saved.set(name.replace(/\.[^.]*$/, beside.ending), beside.text)
        return name
      },
      savePdf: async (name, { html }) => {
        asked.saved.set(name, html)
        return name
      },
      print: async ({ html }) => void asked.printed.push(html),
      notify: () => undefined,
    },
  }
}

/** What a checklist shows, and when it shows something. */
export type Watched = {
  readonly status: (step: StepId) => Status
  /** Resolves once the step has one of these statuses. */
  readonly reaches: (step: StepId, ...kinds: Status['kind'][]) => Promise<Status>
  /** Calls `look` after each change, until the function it returns is called. */
  readonly watch: (look: () => void) => () => void
  /** To be told of each change. */
  readonly onChange: () => void
}

export function watched(engine: () => Pick<Engine, 'steps'>): Watched {
  const watchers = new Set<() => void>()
  const status = (step: StepId): Status => {
    const view = engine()
      .steps()
      .find(({ id }) => id === step)
    if (!view) throw new Error(`no step ${step}`)
    return view.status
  }
  return {
    status,
    reaches: (step, ...kinds) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!kinds.includes(status(step).kind)) return
          watchers.delete(look)
          resolve(status(step))
        }
        watchers.add(look)
        look()
      }),
    watch: (look) => {
      watchers.add(look)
      return () => void watchers.delete(look)
    },
    onChange: () => watchers.forEach((look) => look()),
  }
}
