import { readFileSync } from 'node:fs'
import { z } from 'zod'

const contactSchema = z.object({
  host: z.string(),
  port: z.number().int(),
  tls: z.literal(true),
  purpose: z.string().min(1),
})
const listSchema = z.object({
  description: z.string(),
  contacts: z.array(contactSchema).min(1),
  asksIfTyped: z.array(contactSchema.pick({ host: true, purpose: true })).min(1),
  opensInBrowser: z.array(contactSchema.pick({ host: true, purpose: true })).min(1),
})

/** One entry of the published list; its host may hold `<region>` and `<bucket>`. */
export type Contact = z.infer<typeof contactSchema>

/** What stands for `<…>` in a host: a region, a portal's name, and a bucket's name without dots. */
const PLACES: Readonly<Record<string, string>> = {
  region: '[a-z]{2,4}(?:-[a-z]+)+-\\d',
  portal: '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?',
  bucket: '[a-z0-9][a-z0-9-]{1,61}[a-z0-9]',
}

function patternOf(host: string): RegExp {
  const parts = host.split(/<(\w+)>/).map((part, i) => {
    if (i % 2 === 0) return part.replaceAll('.', '\\.')
    const place = PLACES[part]
    if (place === undefined) throw new Error(`Nobody knows what <${part}> stands for`)
    return place
  })
  return new RegExp(`^${parts.join('')}$`)
}

/** The list that `resources/endpoints.json` publishes, parsed. */
export function publishedList(): z.infer<typeof listSchema> {
  const file = new URL('../../resources/endpoints.json', import.meta.url)
  return listSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Whether the list names a page that the browser is asked to open, by its host. */
export function publishedPage(hostname: string): boolean {
  return publishedList().opensInBrowser.some(({ host }) => patternOf(host).test(hostname))
}

/** The entry that covers a destination such as `sts.us-east-1.amazonaws.com:443`, if one does. */
export function publishedFor(destination: string): Contact | undefined {
  return publishedList().contacts.find(
    ({ host, port }) =>
      destination.endsWith(`:${port}`) &&
      patternOf(host).test(destination.slice(0, -`:${port}`.length)),
  )
}
