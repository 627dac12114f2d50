import { randomBytes } from 'node:crypto'
import { principalOf } from '../access/principals.ts'
import type { WireResponse } from '../protocols/wire.ts'
import { crossDevice, sameDevice } from '../signin-world.ts'
import type { ConsolePerson } from '../signin-world.ts'
import { escapeHtml, hiddenFields, htmlPage, redirect, refusal } from './html-page.ts'
import type { Pages } from './html-page.ts'
import type { Call } from './operation.ts'
import { mayNot, regionOf } from './signin-access.ts'

const confirmation = '/v1/sessions/confirmation'

type Authorization = {
  clientId: string
  redirectUri: string
  state: string
  challenge: string
}

/** A program on this computer is called back on any port, one elsewhere by nobody: it is told a code. */
const redirectFits = (clientId: string, uri: string, call: Call): boolean => {
  if (!URL.canParse(uri)) return false
  const { protocol, hostname, port, pathname, search, hash } = new URL(uri)
  if (clientId === sameDevice)
    return (
      protocol === 'http:' &&
      hostname === '127.0.0.1' &&
      port !== '' &&
      pathname === '/oauth/callback' &&
      search === '' &&
      hash === ''
    )
  const host = call.request.headers['host'] ?? ''
  return uri === `http://${host}${confirmation}`
}

/** What is wrong with a link stays on the page: a wrong address must learn nothing. */
const readAuthorization = (params: URLSearchParams, call: Call): Authorization | string => {
  const of = (name: string): string => params.get(name) ?? ''
  const clientId = of('client_id')
  if (clientId !== sameDevice && clientId !== crossDevice)
    return 'The application is not known here.'
  const redirectUri = of('redirect_uri')
  if (!redirectFits(clientId, redirectUri, call))
    return 'The return address is not one of this application.'
  if (of('response_type') !== 'code' || of('code_challenge_method') !== 'SHA-256')
    return 'The link must ask for a code with a SHA-256 challenge.'
  const challenge = of('code_challenge')
  if (!/^[\w-]{43}$/.test(challenge)) return 'The code challenge is not a SHA-256 value.'
  if (of('scope') !== 'openid') return 'The link must ask for the scope openid.'
  if (of('state') === '') return 'The link has no state.'
  return { clientId, redirectUri, challenge, state: of('state') }
}

const arnOf = ({ world }: Call, { accountId, holder }: ConsolePerson): string => {
  const account = world.accounts.get(accountId)
  return (account && principalOf(world, account, holder)?.arn) ?? 'somebody who is no longer there'
}

const chooser = (call: Call): string => {
  const { people, whoIsInBrowser } = call.world.signin
  const options = [...people].map(([name, person]) => {
    const chosen = name === whoIsInBrowser ? ' selected' : ''
    return `<option value="${escapeHtml(name)}"${chosen}>${escapeHtml(arnOf(call, person))}</option>`
  })
  return `<p><label>Sign in as<br><select name="as">${options.join('')}</select></label></p>`
}

/** The button that the person would press has the focus: a stand-in for the person presses that one. */
const button = (call: Call, decision: 'allow' | 'deny', label: string): string => {
  const focus = call.world.signin.answer === decision ? ' autofocus' : ''
  return `<button type="submit" name="decision" value="${decision}"${focus}>${label}</button>`
}

const question = (asked: Authorization, params: URLSearchParams, call: Call): WireResponse => {
  const where =
    asked.clientId === sameDevice
      ? 'a program on this computer'
      : 'a program on another device. Go on only if you started it yourself'
  return htmlPage(
    'AWS Developer Tools asks for your console session',
    `<p>Credentials of the person that you choose are shared with ${where}.</p>
<form method="post" action="/v1/authorize">${hiddenFields(Object.fromEntries(params))}${chooser(call)}
${button(call, 'deny', 'Cancel')}${button(call, 'allow', 'Continue')}</form>`,
  )
}

const decide = (params: URLSearchParams, call: Call): WireResponse => {
  const asked = readAuthorization(params, call)
  if (typeof asked === 'string') return refusal(asked)
  const { redirectUri, state, clientId, challenge } = asked
  if (params.get('decision') !== 'allow')
    return redirect(redirectUri, { error: 'access_denied', state })
  const { signin } = call.world
  const person = signin.people.get(params.get('as') ?? signin.whoIsInBrowser)
  if (person === undefined) return refusal('Nobody is signed in to the console in this browser.')
  const region = regionOf(call)
  const context = { 'signin:OAuthClientId': clientId, 'signin:OAuthRedirectUri': redirectUri }
  const reason = mayNot(call, { person, clientId, region }, 'signin:AuthorizeOAuth2Access', context)
  if (reason !== undefined) {
    if (signin.refusals === 'callback')
      return redirect(redirectUri, { error: 'access_denied', state })
    return htmlPage('You are not allowed to do this', `<p>${escapeHtml(reason)}</p>`, 403)
  }
  const code = randomBytes(48).toString('base64url')
  const expires = call.now + signin.lifetimes.codeSeconds * 1000
  signin.codes.set(code, { clientId, redirectUri, challenge, person, region, expires })
  return redirect(redirectUri, { code, state })
}

/** The pages of AWS's sign-in to the console that a local program sends a person to. */
export const signinPages: Pages = {
  'GET /v1/authorize': {
    name: 'SigninPage',
    show({ query }, call) {
      const asked = readAuthorization(query, call)
      return typeof asked === 'string' ? refusal(asked) : question(asked, query, call)
    },
  },
  'POST /v1/authorize': {
    name: 'SigninDecision',
    show: ({ body }, call) => decide(new URLSearchParams(body), call),
  },
  [`GET ${confirmation}`]: {
    name: 'SigninConfirmation',
    show({ query }) {
      const error = query.get('error')
      if (error !== null) return refusal('Nothing was shared with the program.')
      const answer = `state=${query.get('state') ?? ''}&code=${query.get('code') ?? ''}`
      const shown = Buffer.from(answer).toString('base64')
      return htmlPage(
        'Copy this code into the program',
        `<p class="code" style="font-size:14px;letter-spacing:0;overflow-wrap:anywhere"><output>${escapeHtml(shown)}</output></p>`,
      )
    },
  },
}
