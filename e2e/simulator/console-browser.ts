import type { Simulator } from './simulator.ts'

/** The browser of whoever signs in as in the AWS console: it answers AWS's page as it is told. */
export type ConsoleBrowser = {
  /** From now on the page is answered by this person, by the name in `world.signin.people`. */
  as(name: string): void
  /** From now on the person cancels. */
  denies(): void
  /** Follows a link on another device, and returns the code that the page shows; null when it shows none. */
  codeFrom(link: string): Promise<string | null>
}

/** What the form of a page says when it is sent as it stands, with one of its two buttons. */
const sent = (link: string, decision: string): { action: URL; body: URLSearchParams } => {
  const { origin, pathname, searchParams } = new URL(link)
  const body = new URLSearchParams(searchParams)
  body.set('decision', decision)
  return { action: new URL(pathname, origin), body }
}

/**
 * Steers the browser of a simulator's console sign-in. The stand-in for the browser that the app opens
 * does what is said here; a link on another device is followed by `codeFrom`.
 */
export const consoleBrowser = ({
  world: { signin },
}: Pick<Simulator, 'world'>): ConsoleBrowser => ({
  as(name) {
    if (!signin.people.has(name)) throw new Error(`Nobody is called ${name} here`)
    signin.whoIsInBrowser = name
    signin.answer = 'allow'
  },
  denies() {
    signin.answer = 'deny'
  },
  async codeFrom(link) {
    const { action, body } = sent(link, signin.answer)
    const page = await (await fetch(action, { method: 'POST', body })).text()
    return /<output>([^<]+)<\/output>/.exec(page)?.[1] ?? null
  },
})
