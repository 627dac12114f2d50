import type { PolicyDocument } from './access/policy.ts'

export type SsoUser = {
  name: string
  email: string
  /** Permission-set names by account id. */
  assignments: Map<string, string[]>
}

export type SsoClient = {
  id: string
  secret: string
  redirectUris: string[]
  grantTypes: string[]
  scopes: string[]
  issuerUrl: string | undefined
  /** Milliseconds since the epoch. */
  expires: number
}

/** A code waiting to be exchanged: from the authorize page, used once. */
type AuthorizationCode = {
  code: string
  clientId: string
  redirectUri: string
  challenge: string
  user: string
  expires: number
}

export type DeviceAuthorization = {
  deviceCode: string
  userCode: string
  clientId: string
  startUrl: string
  answer: { kind: 'pending' } | { kind: 'allowed'; user: string } | { kind: 'denied' }
  expires: number
  lastPoll: number | undefined
}

/** One signed-in session; access tokens and refresh tokens come and go under it. */
export type SsoSession = {
  id: string
  user: string
  /** Address of the access portal that was signed in to. */
  startUrl: string
  clientId: string
  /** Access token to its end, in milliseconds since the epoch. */
  accessTokens: Map<string, number>
  refreshTokens: Set<string>
  ends: number
}

/** In whose name credentials act. */
export type Holder =
  | { kind: 'permission-set'; permissionSet: string; user: string }
  | {
      kind: 'role'
      roleName: string
      sessionName: string
      sessionPolicy: PolicyDocument | undefined
    }
  /** Anybody else by ARN: a user of IAM, a federated user, the root user. */
  | { kind: 'identity'; arn: string; policy: PolicyDocument; boundary?: PolicyDocument }

export type RoleCredentials = {
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string
  accountId: string
  holder: Holder
  expires: number
}

/** What else limits the holders of a permission set. */
type PermissionSetLimits = { boundary?: PolicyDocument; sessionPolicy?: PolicyDocument }

/** IAM Identity Center: who may sign in where, and everything it has issued. */
export type SsoWorld = {
  startUrl: string
  /** Portals of other organizations, by address, each with the accounts that are seen only there. */
  otherPortals: Map<string, Set<string>>
  /** Other addresses of the same portal: AWS's link in an additional Region. */
  alsoAt: Set<string>
  region: string
  users: Map<string, SsoUser>
  /** Name of the user whose session the browser holds. */
  whoIsInBrowser: string
  permissionSets: Map<string, PolicyDocument>
  /** By permission set; most have none. */
  permissionSetLimits: Map<string, PermissionSetLimits>
  /** When true the app asked the wrong region: device authorization and token exchange are refused. */
  wrongRegion: boolean
  /** When false an administrator has switched the device flow off. */
  deviceFlowAllowed: boolean
  lifetimes: {
    accessTokenSeconds: number
    roleCredentialSeconds: number
    sessionSeconds: number
    deviceCodeSeconds: number
  }
  clients: Map<string, SsoClient>
  codes: Map<string, AuthorizationCode>
  devices: Map<string, DeviceAuthorization>
  /** By session id; empty when nobody is signed in. */
  sessions: Map<string, SsoSession>
  /** By access key id; those that STS issued are among them. */
  roleCredentials: Map<string, RoleCredentials>
  /** Access tokens end now; the session can still refresh them. */
  expireAccessTokens(): void
  /** Role credentials end now; the session can still issue new ones. */
  expireRoleCredentials(): void
  /** Every session ends: neither tokens nor refresh tokens work any more. */
  endSsoSession(): void
}

/** An Identity Center without users or permission sets. */
export const newSsoWorld = (fields: Pick<SsoWorld, 'startUrl' | 'region'>): SsoWorld => {
  const world: SsoWorld = {
    ...fields,
    otherPortals: new Map(),
    alsoAt: new Set(),
    users: new Map(),
    whoIsInBrowser: '',
    permissionSets: new Map(),
    permissionSetLimits: new Map(),
    wrongRegion: false,
    deviceFlowAllowed: true,
    lifetimes: {
      accessTokenSeconds: 8 * 3600,
      roleCredentialSeconds: 3600,
      sessionSeconds: 8 * 3600,
      deviceCodeSeconds: 600,
    },
    clients: new Map(),
    codes: new Map(),
    devices: new Map(),
    sessions: new Map(),
    roleCredentials: new Map(),
    expireAccessTokens() {
      for (const session of world.sessions.values()) {
        for (const token of session.accessTokens.keys()) session.accessTokens.set(token, 0)
      }
    },
    expireRoleCredentials() {
      for (const credentials of world.roleCredentials.values()) credentials.expires = 0
    },
    endSsoSession() {
      world.sessions.clear()
    },
  }
  return world
}
