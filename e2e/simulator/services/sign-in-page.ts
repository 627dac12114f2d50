import { randomBytes } from 'node:crypto'
import type { WireRequest, WireResponse } from '../protocols/wire.ts'
import type { DeviceAuthorization, SsoClient } from '../sso-world.ts'
import type { Call } from './operation.ts'
import { redirectIsRegistered } from './sso-oidc.ts'

const codeMinutes = 10

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)

const style = `
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f2f3f3;
    font: 16px/1.5 "Open Sans", "Segoe UI", system-ui, sans-serif; color: #16191f; }
  main { background: #fff; border-radius: 12px; padding: 32px 40px; max-width: 440px;
    box-shadow: 0 2px 12px rgb(0 7 22 / 14%); }
  .banner { margin: -32px -40px 24px; padding: 10px 40px; border-radius: 12px 12px 0 0;
    background: #232f3e; color: #fff; font-size: 14px; }
  h1 { font-size: 22px; line-height: 1.3; margin: 0 0 12px; }
  .who { background: #f2f8fd; border-left: 4px solid #0972d3; padding: 8px 12px; }
  .code { font: 700 28px/1 ui-monospace, monospace; letter-spacing: 3px; text-align: center; }
  form { display: flex; gap: 12px; margin-top: 24px; }
  button { flex: 1; padding: 10px; border-radius: 20px; border: 2px solid #0972d3; font: inherit;
    font-weight: 700; background: #fff; color: #0972d3; cursor: pointer; }
  button[value=allow] { background: #0972d3; color: #fff; }
  button:focus-visible { outline: 3px solid #ec7211; outline-offset: 2px; }`

const htmlPage = (title: string, content: string, status = 200): WireResponse => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>${style}</style></head><body><main><div class="banner">This is a demonstration sign-in. No AWS account is involved.</div>
<h1>${escapeHtml(title)}</h1>${content}</main></body></html>`,
})

const refusal = (reason: string): WireResponse =>
  htmlPage('This sign-in link does not work', `<p>${escapeHtml(reason)}</p>`, 400)

const question = (action: string, fields: Record<string, string>, extra: string, call: Call) => {
  const { sso } = call.world
  const user = sso.users.get(sso.whoIsInBrowser)
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`,
  )
  return htmlPage(
    'Allow Eco Connect to access your AWS accounts?',
    `<p class="who">This browser is signed in as <strong>${escapeHtml(sso.whoIsInBrowser)}</strong><br>
${escapeHtml(user?.email ?? '')}</p>${extra}
<p>The application will see the accounts and permission sets that are assigned to you, and act with them until you sign out.</p>
<form method="post" action="${action}">${hidden.join('')}
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

const redirect = (uri: string, params: Record<string, string>): WireResponse => {
  const location = new URL(uri)
  for (const [name, value] of Object.entries(params)) location.searchParams.set(name, value)
  return { status: 302, headers: { location: location.href }, body: '' }
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

export const pageNames: Record<string, string> = {
  'GET /authorize': 'AuthorizePage',
  'POST /authorize/decision': 'AuthorizeDecision',
  'GET /device': 'DevicePage',
  'POST /device/decision': 'DeviceDecision',
}

/** The pages that a person sees in the browser while signing in. */
export const signInPage = (name: string, request: WireRequest, call: Call): WireResponse => {
  if (name === 'AuthorizeDecision')
    return decideAuthorization(new URLSearchParams(request.body), call)
  if (name === 'DeviceDecision') return decideDevice(new URLSearchParams(request.body), call)
  if (name === 'DevicePage') return devicePage(request.query.get('user_code') ?? '', call)
  const asked = readAuthorization(request.query, call)
  if (typeof asked === 'string') return refusal(asked)
  return question('/authorize/decision', Object.fromEntries(request.query), '', call)
}
