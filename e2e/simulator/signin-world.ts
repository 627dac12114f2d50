import type { Holder } from './sso-world.ts'

/** The two programs that AWS's sign-in knows without a registration. */
export const sameDevice = 'arn:aws:signin:::devtools/same-device'
export const crossDevice = 'arn:aws:signin:::devtools/cross-device'

/** Somebody who can sign in to the console of an account. */
export type ConsolePerson = {
  accountId: string
  holder: Holder
  /** What ends this principal's console sessions before AWS's twelve hours do. */
  sessionSeconds?: number
}

/** A code waiting to be exchanged: from the sign-in page, used once. */
type SigninCode = {
  clientId: string
  redirectUri: string
  challenge: string
  person: ConsolePerson
  region: string
  expires: number
}

/** What was given for a refresh token, so that the same token is given the same again. */
export type Grant = {
  accessToken: { accessKeyId: string; secretAccessKey: string; sessionToken: string }
  refreshToken: string
  /** When the credentials end, in milliseconds since the epoch. */
  expires: number
}

/** One sign-in: a chain of refresh tokens that only its key can use. */
export type SigninSession = {
  person: ConsolePerson
  clientId: string
  redirectUri: string
  region: string
  /** Thumbprint of the key (RFC 7638) whose proof came with the code. */
  thumbprint: string
  ends: number
  /** Every refresh token of the chain, with what it was used for; undefined for the newest. */
  refreshTokens: Map<string, Grant | undefined>
  /** Why it gives nothing more, although its time is not over. */
  stopped?: 'revoked' | 'credentials-changed'
}

/** AWS's sign-in service for the console, as far as local programs use it. */
export type SigninWorld = {
  /** Region of a request whose host names none, as on this machine. */
  region: string
  /** By a short name under which tests and scenarios know them. */
  people: Map<string, ConsolePerson>
  /** Whose console session the browser holds; '' for nobody's. */
  whoIsInBrowser: string
  /** What the person does on the page. */
  answer: 'allow' | 'deny'
  /** Where a person learns that a policy forbids the sign-in: on AWS's page, or in the program. */
  refusals: 'page' | 'callback'
  /** With which letters refresh tokens begin; AWS revokes only those that begin with `ASOR`. */
  refreshTokenPrefix: string
  lifetimes: { codeSeconds: number; credentialSeconds: number; sessionSeconds: number }
  codes: Map<string, SigninCode>
  sessions: Set<SigninSession>
  /** Proofs that were used, by `jti`, with the time after which they are too old anyway. */
  proofs: Map<string, number>
  /** Every sign-in is over, as after twelve hours; credentials live on to their end. */
  endSignIns(): void
  /** The person has a new password: the sign-ins made with the old one give nothing more. */
  changePassword(name: string): void
}

/** A sign-in service that knows nobody. */
export const newSigninWorld = (): SigninWorld => {
  const world: SigninWorld = {
    region: 'us-east-1',
    people: new Map(),
    whoIsInBrowser: '',
    answer: 'allow',
    refusals: 'page',
    refreshTokenPrefix: 'ASOR',
    lifetimes: { codeSeconds: 600, credentialSeconds: 900, sessionSeconds: 12 * 3600 },
    codes: new Map(),
    sessions: new Set(),
    proofs: new Map(),
    endSignIns() {
      for (const session of world.sessions) session.ends = 0
    },
    changePassword(name) {
      const person = world.people.get(name)
      for (const session of world.sessions)
        if (session.person === person) session.stopped = 'credentials-changed'
    },
  }
  return world
}
