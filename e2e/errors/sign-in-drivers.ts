import { createCliProfiles } from '../../electron/aws/sign-in/cli-profiles.ts'
import { revoke } from '../../electron/aws/sign-in/console/revocation.ts'
import { createConsoleSignIn } from '../../electron/aws/sign-in/console/console-sign-in.ts'
import { englishPage, press } from '../../electron/aws/testing/portal.ts'
import { createSignIn } from '../../electron/aws/sign-in/sign-in.ts'
import { systemClock } from '../../electron/base/clock.ts'
import { decide } from '../simulator/test-session.ts'
import type { Driver, Drivers } from './drivers.ts'
import { PAYER, signInElsewhere } from './stage.ts'
import type { Stage } from './stage.ts'
import { allAccounts } from '../../electron/aws/testing/all-accounts.ts'
import { NOT_MANAGED } from '../../electron/contract/managed.ts'
import { NO_STAND_IN } from '../../electron/network/stand-in.ts'

const signal = new AbortController().signal

/** What a person gets by signing in is secret, and not shown. */
const SIGNED_IN = 'signed in'

const inBrowser: Driver = async ({ reach, tokens: { startUrl, region } }) => {
  const pressed: Promise<unknown>[] = []
  // Ten minutes that take no time would be over before the browser answers.
  const signIn = createSignIn({ browserPage: englishPage, ...reach, clock: systemClock })
  const signingIn = signIn.browser({
    startUrl,
    region,
    signal,
    onLink: (link) => pressed.push(decide(link, 'allow').then((back) => fetch(back))),
  })
  await Promise.allSettled([signingIn])
  await Promise.all(pressed)
  return signingIn.then(() => SIGNED_IN)
}

const withCode: Driver = async ({ signIn, simulator, tokens: { startUrl, region } }) => {
  const { devices, whoIsInBrowser: user } = simulator.world.sso
  await signIn.device({
    startUrl,
    region,
    signal,
    onCode: () => {
      for (const device of devices.values()) device.answer = { kind: 'allowed', user }
    },
  })
  return SIGNED_IN
}

const renewing: Driver = async ({ signIn, tokens }) => {
  await signIn.refresh(tokens)
  return SIGNED_IN
}

const atConsole: Driver = async ({ reach, simulator }) => {
  const pressed: Promise<unknown>[] = []
  const console = createConsoleSignIn({ browserPage: englishPage, ...reach, clock: systemClock })
  const signingIn = console.browser({
    signal,
    onLink: (link) => pressed.push(press(link, 'allow')),
  })
  await Promise.allSettled([signingIn])
  await Promise.all(pressed)
  simulator.world.signin.codes.clear()
  return signingIn.then(() => SIGNED_IN)
}

const elsewhere: Driver = async ({ simulator, consoleSignIn }) => {
  await signInElsewhere(simulator, consoleSignIn)
  return SIGNED_IN
}

const renewingAtConsole: Driver = async ({ consoleSignIn, consoleTokens }) => {
  await consoleSignIn.renew(consoleTokens)
  return SIGNED_IN
}

/** Files of the AWS CLI as somebody has them who signed in with it. */
const cliFiles = ({ clock, tokens, keys }: Stage): Record<string, string> => {
  const { accessKeyId, secretAccessKey, sessionToken = '' } = keys
  const { startUrl, region, accessToken } = tokens
  const expiresAt = new Date(clock.now() + 3_600_000).toISOString()
  return {
    config: `[profile portal]
sso_session = company
sso_account_id = ${PAYER}
sso_role_name = AdministratorAccess
[sso-session company]
sso_start_url = ${startUrl}
sso_region = ${region}
[profile payer]
role_arn = arn:aws:iam::${PAYER}:role/Payer
source_profile = base
`,
    credentials: `[base]
aws_access_key_id = ${accessKeyId}
aws_secret_access_key = ${secretAccessKey}
aws_session_token = ${sessionToken}
`,
    token: JSON.stringify({ accessToken, expiresAt }),
  }
}

const byProfile =
  (profile: string): Driver =>
  async (stage) => {
    const files = cliFiles(stage)
    const read = (path: string): Promise<string | null> =>
      Promise.resolve(
        files[path.endsWith('.json') ? 'token' : (path.split('/').at(-1) ?? '')] ?? null,
      )
    const profiles = createCliProfiles({
      ...stage.reach,
      folder: '/aws',
      files: { read },
      managed: NOT_MANAGED,
      isStandIn: NO_STAND_IN,
    })
    await profiles.credentials(profile)
    return SIGNED_IN
  }

/** Signing in, the lists of accounts, and the credentials that come of it. */
export const signInDrivers: Drivers = {
  'sso-oidc:RegisterClient': { 'signing in': inBrowser },
  'sso-oidc:StartDeviceAuthorization': { 'signing in with a code': withCode },
  'sso-oidc:CreateToken': {
    'signing in': inBrowser,
    'signing in with a code': withCode,
    'renewing the sign-in': renewing,
  },
  'signin:CreateOAuth2Token': {
    'signing in as to the console': atConsole,
    'with another device’s browser': elsewhere,
    'renewing the sign-in': renewingAtConsole,
  },
  'signin:RevokeOAuth2TokenWithIAM': {
    'signing out': async ({ reach, consoleTokens }) => {
      await revoke(reach, consoleTokens)
      return 'signed out'
    },
  },
  'sts:AssumeRole': { 'using a profile of the AWS CLI': byProfile('payer') },
  'sso:ListAccounts': { 'listing the accounts': ({ session }) => allAccounts(session) },
  'sso:ListAccountRoles': { 'listing permission sets': ({ session }) => session.roles(PAYER) },
  'sso:GetRoleCredentials': {
    'entering the account': async ({ session }) => {
      session.invalidateCredentials()
      await session.credentials()
      return SIGNED_IN
    },
    'using a profile of the AWS CLI': byProfile('portal'),
  },
  'sso:Logout': {
    'signing out': async ({ newSession }) => {
      await newSession().signOut()
      return 'signed out'
    },
  },
}
