/** What Electron tells of whoever asks for a login. */
export type AuthInfo = {
  readonly isProxy: boolean
  readonly scheme: string
  readonly host: string
  readonly port: number
  readonly realm: string
}

/** The part of Electron's `IncomingMessage` that is used. */
export type NetResponse = {
  readonly statusCode: number
  readonly headers: Record<string, string | string[]>
  on(event: 'data', listener: (chunk: Buffer) => void): unknown
  on(event: 'end' | 'aborted', listener: () => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
}
/** The part of Electron's `ClientRequest` that is used. */
export type NetRequest = {
  on(event: 'response', listener: (response: NetResponse) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(
    event: 'login',
    listener: (asked: AuthInfo, answer: (username?: string, password?: string) => void) => void,
  ): unknown
  on(
    event: 'redirect',
    listener: (
      status: number,
      method: string,
      url: string,
      headers: Record<string, string[]>,
    ) => void,
  ): unknown
  end(body?: Buffer): unknown
  abort(): void
}
/** The part of Electron's `net` that is used. */
export type Net = {
  request(options: {
    method: string
    url: string
    headers: Record<string, string>
    credentials: 'omit'
    redirect: 'manual'
    cache: 'no-store'
  }): NetRequest
}
