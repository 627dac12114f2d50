import { browserPage } from '../../documents/browser-page.ts'
import { ENGLISH } from '../../texts/en/index.ts'
import type { BrowserPage } from '../sign-in/loopback.ts'
import type { HttpJson } from '../../network/network.ts'

/** The simulator's portal, the account that pays behind it, and what a person does there. */
export const START_URL = 'https://d-90679c2f1a.awsapps.com/start'
export const PAYER = '418207315602'

/**
 * Presses the button on the simulator's page behind a sign-in link, as a person would; a page without one, which
 * refuses the link, is only read. Resolves with the text of the page that is shown in the end.
 */
export async function press(link: string, decision: 'allow' | 'deny'): Promise<string> {
  const page = await (await fetch(link)).text()
  const fields = new URLSearchParams()
  for (const [, name = '', value = ''] of page.matchAll(/name="([^"]*)" value="([^"]*)"/g))
    fields.set(
      name,
      value.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
    )
  fields.set('decision', decision)
  const action = /<form method="post" action="([^"]*)"/.exec(page)?.[1]
  if (action === undefined) return page
  return (await fetch(new URL(action, link), { method: 'POST', body: fields })).text()
}

/** The page that the browser comes back to, in English. */
export const englishPage: BrowserPage = (outcome) => browserPage(ENGLISH, outcome)

/** Spot's requests over Node's own network stack. */
export const nodeHttpJson: HttpJson = async ({ method, url, headers, body, signal }) => {
  const reply = await fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  })
  const contentType = reply.headers.get('content-type') ?? ''
  return { status: reply.status, contentType, text: await reply.text() }
}
