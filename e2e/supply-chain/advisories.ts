import { z } from 'zod'
import kept from './advisories.json' with { type: 'json' }

const advisoryShape = z.strictObject({
  /** GitHub's, or MITRE's where GitHub's is not known. */
  id: z.string().regex(/^(GHSA(-[23456789cfghjmpqrvwx]{4}){3}|CVE-\d{4}-\d{4,})$/),
  alias: z
    .string()
    .regex(/^CVE-\d{4}-\d{4,}$/)
    .optional(),
  package: z.string(),
  title: z.string(),
  /** Affected versions, as npm writes ranges. Without a first one, all before count. */
  range: z.string(),
  /** Where the versions were read. */
  source: z.url({ protocol: /^https$/ }),
  /** The day on which they were. */
  read: z.iso.date(),
})

/** A published advisory of something that the app has, or that a reader could think it has. */
export type Advisory = Readonly<z.infer<typeof advisoryShape>>

/**
 * What is known, kept so that a build needs no network: of what is in the app, and of what the
 * report client would bring along by itself. `npm run dependencies -- --renew` asks the registry.
 * What each one means for the app is not written there but follows from the lockfile and a build
 * (`vex.ts`).
 */
export const ADVISORIES: readonly Advisory[] = z.array(advisoryShape).parse(kept)

/** What versions alone do not tell about an advisory, by its id, with the test that shows it. */
export const BEYOND: Readonly<Record<string, string>> = {
  'GHSA-6475-r3vj-m8vf':
    'The app names its regions itself, and takes another one only from its own list (“nobody is contacted in a region that is none: %j”, electron/aws/client/clients.test.ts).',
  'CVE-2023-54404':
    'The fix counts first only where a schema names a largest size. Therefore what a server sends is counted before zod sees it (“%s of more entries than any honest answer is one fault, not one for each”, electron/network/received.test.ts).',
}

/** CycloneDX's words for why an affected version in the app does no harm. */
type Justification =
  | 'code_not_reachable'
  | 'requires_configuration'
  | 'requires_environment'
  | 'protected_at_runtime'
  | 'protected_by_mitigating_control'

export type Judgement = { readonly justification: Justification; readonly detail: string }

/**
 * Why an advisory whose versions are in the app does not apply, by its id. An advisory that hits the
 * app and is not here is stated as being examined, and a test fails until it is here or the package
 * is lifted.
 */
export const JUDGED: Readonly<Record<string, Judgement>> = {}

/**
 * What the report client 3.332.0 asks for by its own manifests, and what keeps it out. Source: the
 * manifests of these versions in the npm registry, read on 2026-11-29.
 */
export const BROUGHT: readonly {
  readonly name: string
  readonly version: string
  readonly by: string
}[] = [
  { name: 'fast-xml-parser', version: '4.1.2', by: '@aws-sdk/client-sts@3.332.0' },
  { name: 'uuid', version: '8.3.2', by: '@aws-sdk/middleware-retry@3.329.0' },
]
