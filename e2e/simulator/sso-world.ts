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
export type AuthorizationCode = {
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
  answer: { kind: 'pending' } | { kind: 'allowed'; user: string } | { kind: 'denied' }
  expires: number
  lastPoll: number | undefined
}

/** One signed-in session; access tokens and refresh tokens come and go under it. */
export type SsoSession = {
  id: string
  user: string
  clientId: string
  /** Access token to its end, in milliseconds since the epoch. */
  accessTokens: Map<string, number>
  refreshTokens: Set<string>
  ends: number
}

export type RoleCredentials = {
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string
  accountId: string
  permissionSet: string
  user: string
  expires: number
}

/** IAM Identity Center: who may sign in where, and everything it has issued. */
export type SsoWorld = {
  startUrl: string
  region: string
  users: Map<string, SsoUser>
  /** Name of the user whose session the browser holds. */
  whoIsInBrowser: string
  permissionSets: Map<string, PolicyDocument>
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
  /** By access key id. */
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
    users: new Map(),
    whoIsInBrowser: '',
    permissionSets: new Map(),
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
