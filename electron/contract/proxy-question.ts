/*
 * The window in which a person signs in to a proxy: what it is given to show, and what it gives back.
 * It has a page, a preload script and channels of its own: what is typed there never comes near the
 * app's own window. Nothing here runs.
 */

/** All that the page shows, in the language that is spoken. */
export type ProxyQuestionPage = {
  /** BCP 47, for screen readers. */
  readonly locale: string
  readonly highContrast: boolean
  readonly title: string
  readonly intro: string
  readonly facts: readonly {
    readonly label: string
    /** Foreign text, as it may be shown. */
    readonly value: string
  }[]
  /** Why it is asked again; '' for the first time. */
  readonly problem: string
  readonly username: { readonly label: string; readonly hint: string; readonly value: string }
  readonly password: { readonly label: string; readonly hint: string }
  /** Null where nobody on the way can read the password. */
  readonly warning: { readonly text: string; readonly accept: string } | null
  /** Beside what is missing. */
  readonly missing: {
    readonly username: string
    readonly password: string
    readonly accept: string
  }
  /** Beside what cannot be sent as it is. */
  readonly unfit: {
    /** Null where a user name may hold one. */
    readonly colon: string | null
    readonly characters: string
    readonly length: string
  }
  readonly send: string
  readonly cancel: string
  readonly busy: string
  /** Another number is another question: the password is typed anew. */
  readonly number: number
}

/** The most characters (UTF-16) of a name and of a password: as long as those of any directory. */
export const LONGEST_TYPED = 1024
/** Nothing that ends a line of a header. */
export const TYPED = /^\P{Cc}+$/u

/** Null from whoever would rather not. */
type ProxyAnswer = {
  /** The question that it answers. */
  readonly number: number
  readonly username: string
  readonly password: string
  /** That the password can be read on its way was accepted. */
  readonly readableAccepted: boolean
} | null

/** What the preload script puts on `window.proxyQuestion`. */
export type ProxyQuestionBridge = {
  readonly page: () => Promise<ProxyQuestionPage>
  readonly answer: (answer: ProxyAnswer) => Promise<void>
  readonly onPage: (listener: (page: ProxyQuestionPage) => void) => void
}

/** IPC channel names, of that window's own. */
export const PROXY_QUESTION_CHANNELS = {
  page: 'proxy-question:page',
  answer: 'proxy-question:answer',
  changed: 'proxy-question:changed',
} as const
