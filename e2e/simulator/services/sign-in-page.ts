import { randomBytes } from 'node:crypto'
import type { WireResponse } from '../protocols/wire.ts'
import type { DeviceAuthorization, SsoClient } from '../sso-world.ts'
import { escapeHtml, hiddenFields, htmlPage, redirect, refusal } from './html-page.ts'
import type { Pages } from './html-page.ts'
import type { Call } from './operation.ts'
import { redirectIsRegistered } from './sso-oidc.ts'

const codeMinutes = 10

const question = (action: string, fields: Record<string, string>, extra: string, call: Call) => {
  const { sso } = call.world
  const user = sso.users.get(sso.whoIsInBrowser)
  return htmlPage(
    'Allow Eco Connect to access your AWS accounts?',
    `<p class="who">This browser is signed in as <strong>${escapeHtml(sso.whoIsInBrowser)}</strong><br>
${escapeHtml(user?.email ?? '')}</p>${extra}
<p>The application will see the accounts and permission sets that are assigned to you, and act with them until you sign out.</p>
<form method="post" action="${action}">${hiddenFields(fields)}
<button type="submit" name="decision" value="deny">Deny</button>
<button type="submit" name="decision" value="allow">Allow</button></form>`,
  )
}

type Authorization = { client: SsoClient; redirectUri: string; state: string; challenge: string }

/** Errors before the redirect address is known to be the client's own stay on the page. */
const readAuthorization = (params: URLSearchParams, call: Call): Authorization | string => {
  const client = call.world.sso.clients.get(params.get('client_id') ?? '')
  if (client === undefined || client.expires <= call.now)
    return 'The application is not known here.'
  const redirectUri = params.get('redirect_uri') ?? ''
  if (!redirectIsRegistered(client, redirectUri)) return 'The return address was not registered.'
  if (!client.grantTypes.includes('authorization_code'))
    return 'The application may not sign in this way.'
  const challenge = params.get('code_challenge') ?? ''
  if (params.get('response_type') !== 'code' || params.get('code_challenge_method') !== 'S256')
    return 'The link must ask for a code with an S256 challenge.'
  if (!/^[\w-]{43}$/.test(challenge)) return 'The code challenge is not a SHA-256 value.'
  if ((params.get('scopes') ?? params.get('scope') ?? '') === '') return 'The link names no scope.'
  return { client, redirectUri, challenge, state: params.get('state') ?? '' }
}

const decideAuthorization = (params: URLSearchParams, call: Call): WireResponse => {
  const asked = readAuthorization(params, call)
  if (typeof asked === 'string') return refusal(asked)
  const { client, redirectUri, challenge, state } = asked
  if (params.get('decision') !== 'allow')
    return redirect(redirectUri, { error: 'access_denied', state })
  const { sso } = call.world
  const code = randomBytes(32).toString('base64url')
  const expires = call.now + codeMinutes * 60_000
  const user = sso.whoIsInBrowser
  sso.codes.set(code, { code, clientId: client.id, redirectUri, challenge, user, expires })
  return redirect(redirectUri, { code, state })
}

const findDevice = (call: Call, userCode: string): DeviceAuthorization | undefined =>
  [...call.world.sso.devices.values()].find(
    (device) => device.userCode === userCode.trim().toUpperCase() && device.expires > call.now,
  )

const devicePage = (userCode: string, call: Call): WireResponse => {
  if (userCode === '')
    return htmlPage(
      'Enter the code that the application shows',
      '<form method="get" action="/device"><input name="user_code" aria-label="Code" autofocus><button>Next</button></form>',
    )
  const device = findDevice(call, userCode)
  if (device === undefined) return refusal('The code is not known, or it has expired.')
  const shown = `<p>Check that the application shows this code:</p><p class="code">${escapeHtml(device.userCode)}</p>`
  return question('/device/decision', { user_code: device.userCode }, shown, call)
}

const decideDevice = (params: URLSearchParams, call: Call): WireResponse => {
  const device = findDevice(call, params.get('user_code') ?? '')
  if (device === undefined) return refusal('The code is not known, or it has expired.')
  if (params.get('decision') !== 'allow') {
    device.answer = { kind: 'denied' }
    return htmlPage('Request denied', '<p>You can close this window.</p>')
  }
  device.answer = { kind: 'allowed', user: call.world.sso.whoIsInBrowser }
  return htmlPage('Request approved', '<p>You can close this window.</p>')
}

/** The pages of Identity Center that a person sees in the browser while signing in. */
export const portalPages: Pages = {
  'GET /authorize': {
    name: 'AuthorizePage',
    show({ query }, call) {
      const asked = readAuthorization(query, call)
      if (typeof asked === 'string') return refusal(asked)
      return question('/authorize/decision', Object.fromEntries(query), '', call)
    },
  },
  'POST /authorize/decision': {
    name: 'AuthorizeDecision',
    show: ({ body }, call) => decideAuthorization(new URLSearchParams(body), call),
  },
  'GET /device': {
    name: 'DevicePage',
    show: ({ query }, call) => devicePage(query.get('user_code') ?? '', call),
  },
  'POST /device/decision': {
    name: 'DeviceDecision',
    show: ({ body }, call) => decideDevice(new URLSearchParams(body), call),
  },
}
