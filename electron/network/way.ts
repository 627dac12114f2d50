/** What only Electron's session knows about the route to a server. */
export type Route = {
  /**
   * Calls `refuse` with Chromium's name of the error when the certificate of this host is not
   * trusted, before anything is sent to it. The function it returns ends that.
   */
  readonly whenRefused: (hostname: string, refuse: (why: string) => void) => () => void
  /** Who signed the certificate of this host that Chromium did not trust. */
  readonly issuerOf: (hostname: string) => string | undefined
  /** What lies on the way to this address, in the order in which Chromium tries it. */
  readonly wayTo: (url: string) => Promise<Way>
}

export type Way = {
  /** Host and port of each proxy. */
  readonly proxies: readonly string[]
  /** Those of them that are spoken to over TLS. */
  readonly encrypted?: readonly string[]
  /** The way without any of them is open too. */
  readonly direct: boolean
}

/** A route of which nothing is known. */
export const UNKNOWN_ROUTE: Route = {
  whenRefused: () => () => undefined,
  issuerOf: () => undefined,
  wayTo: () => Promise.resolve({ proxies: [], direct: true }),
}
