import type { Access, Reach } from '../aws/client/clients.ts'
import { createStacks } from '../aws/cloudformation/stacks.ts'
import { createReports } from '../aws/cur/reports.ts'
import { createPermissions } from '../aws/iam/permissions.ts'
import { createPolicies } from '../aws/iam/policies.ts'
import { createRolePolicies } from '../aws/iam/role-policies.ts'
import { createRoles } from '../aws/iam/roles.ts'
import { createBuckets } from '../aws/s3/buckets.ts'
import { createDeliveries } from '../aws/s3/deliveries.ts'
import { createReportFiles } from '../aws/s3/report-file.ts'
import { createRemoval } from '../aws/removal/removal.ts'
import { createCliProfiles, type CliProfilesOptions } from '../aws/sign-in/cli-profiles.ts'
import { createBillingTransfers } from '../aws/sign-in/billing-transfers.ts'
import { createIdentity } from '../aws/sign-in/identity.ts'
import { createConsoleSignIn } from '../aws/sign-in/console/console-sign-in.ts'
import { createFindPortal } from '../aws/sign-in/portal-address.ts'
import { createSession, type TokenStore } from '../aws/sign-in/session.ts'
import { createSignIn } from '../aws/sign-in/sign-in.ts'
import { createWipe } from '../aws/sign-in/wipe.ts'
import type { Clock } from '../base/clock.ts'
import type { Desktop } from '../base/desktop.ts'
import type { Managed } from '../contract/managed.ts'
import type { Services } from '../checklist/step.ts'
import { browserPage } from '../documents/browser-page.ts'
import { lettersIn } from '../documents/letters.ts'
import { createHandOver } from '../hand-over/hand-over.ts'
import type { HttpJson } from '../network/network.ts'
import type { AskRedirect } from '../network/redirect.ts'
import type { IsStandIn } from '../network/stand-in.ts'
import { createPreflight, type PreflightCheck } from '../preflight/preflight.ts'
import { createSpotAccess } from '../spot/access.ts'
import { createSpotApi } from '../spot/api.ts'
import { localeOf } from '../texts/locale.ts'
import type { Spoken } from '../texts/speech.ts'

/** What the services of a connection stand on: all that is another one in a test. */
export type Ground = Reach &
  Spoken & {
    /** The way to Spot; the way to AWS is the request handler's. */
    readonly http: HttpJson
    /** Asks an address that is not AWS's where it leads. */
    readonly askRedirect: AskRedirect
    readonly clock: Clock
    readonly desktop: Desktop
    /** Where the sign-in's tokens outlive the app. */
    readonly tokens: TokenStore
    /** Where the AWS CLI keeps its profiles, and how its files are read. */
    readonly awsFiles: Pick<CliProfilesOptions, 'folder' | 'files'>
    /** Files that come with the app, as they are. */
    readonly documents: {
      readonly roleTemplate: string
      readonly earlierTemplates: readonly string[]
      readonly operatorPolicy: string
      readonly healthPolicy: string
    }
    readonly vaultReady: Services['vaultReady']
    readonly randomToken: Services['randomToken']
    readonly connectionId: string
    readonly isStandIn: IsStandIn
    /** What the person’s organization has decided. */
    readonly managed: Managed
    readonly appVersion: string
    /** Told whenever the wipe or the look ahead has something else to show. */
    readonly onChange: () => void
  }

/** The services of one connection: those that its steps are given, and what stands beside them. */
export type ConnectionServices = {
  readonly services: Services
  readonly preflight: PreflightCheck
}

/** Builds the services of one connection; the app and the tests build them here. */
export function createServices(ground: Ground): ConnectionServices {
  const { clock, desktop, language, managed, onChange } = ground
  const { roleTemplate, earlierTemplates, operatorPolicy } = ground.documents
  const signIn = createSignIn({
    ...ground,
    browserPage: (outcome) => browserPage(language(), outcome),
  })
  const consoleSignIn = createConsoleSignIn({
    ...ground,
    browserPage: (outcome) => browserPage(language(), outcome),
  })
  const session = createSession({ ...ground, store: ground.tokens, signIn, consoleSignIn })
  const { credentials, invalidateCredentials } = session
  const access: Access = { ...ground, credentials, invalidateCredentials }
  const identity = createIdentity(access)
  const preflight = createPreflight({
    permissions: createPermissions(access),
    identity,
    policy: operatorPolicy,
    managed,
    onChange,
  })
  const services: Services = {
    session,
    findPortal: createFindPortal(ground.askRedirect, ground.isStandIn, managed),
    identity,
    transfers: createBillingTransfers(access),
    reports: createReports(access),
    buckets: createBuckets(access),
    deliveries: createDeliveries(access),
    reportFiles: createReportFiles(access),
    fileRead: { current: null },
    removal: createRemoval(access),
    profiles: createCliProfiles({
      ...ground,
      ...ground.awsFiles,
      prescribed: ground.managed.cliFolder,
    }),
    stacks: createStacks(access),
    roles: createRoles(access),
    policies: createPolicies(access),
    rolePolicies: createRolePolicies(access),
    spot: createSpotAccess((onWait) =>
      createSpotApi({ ...ground, endpoint: ground.endpoints.spot, onWait }),
    ),
    wipe: createWipe(session, onChange),
    preflight: preflight.state,
    link: { current: null },
    foundPortal: { current: null },
    namedPayer: { current: null },
    compareNames: (one, other) => localeOf(language().locale).compare(one, other),
    handOver: createHandOver({
      save: desktop.saveFile,
      operatorPolicy,
      appVersion: ground.appVersion,
      languageOf: ground.languageOf,
    }),
    letters: lettersIn(ground),
    desktop,
    clock,
    managed,
    // What is kept nowhere waits for no keychain.
    vaultReady: managed.sessionOnly ? async () => undefined : ground.vaultReady,
    randomToken: ground.randomToken,
    builtInTemplate: roleTemplate,
    earlierTemplates,
    connectionId: ground.connectionId,
    options: { isStandIn: ground.isStandIn },
  }
  return { services, preflight }
}
