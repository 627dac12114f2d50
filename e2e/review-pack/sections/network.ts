import { html, type Html } from '../../../electron/documents/html.ts'
import { networkErrors } from '../../../electron/errors/codes/network.ts'
import { HOSTS_TO_ALLOW } from '../../../electron/network/hosts-to-allow.ts'
import type { Pack } from '../context.ts'
import { code, heading, paragraphs, points, table } from '../parts.ts'

type NetworkCode = keyof typeof networkErrors
const isNetworkCode = (name: string): name is NetworkCode => name in networkErrors

export function network({ words, app }: Pack): Html {
  const { network: about } = words
  return html`${paragraphs(about.intro)} ${heading('proxy', about.proxyTitle)}
  ${points(about.proxy(Object.values(HOSTS_TO_ALLOW).flat()))}
  ${heading('certificates', about.caTitle)} ${points(about.ca)}
  ${heading('network-messages', about.seenTitle)} ${paragraphs([about.seenMeans])}
  ${table(
    'messages',
    about.seenHead,
    Object.keys(networkErrors)
      .filter(isNetworkCode)
      .map((name) => {
        const { what, meaning, todo } = app.errors.sentences[name]({})
        return [code(name), `${what} ${meaning}`, todo]
      }),
  )}`
}
