/**
 * Which build this is: the one constant in which they differ, written into the bundle when it is
 * built (`vite build --mode …`), so that neither a name nor a variable nor a file can change it.
 *
 * - `shipped` is what people get. It takes no orders but from its window.
 * - `automation` is the same package for test tools: a debugging port may be opened and servers may
 *   be put in the place of AWS's. It goes by another name, so that it never meets a real sign-in.
 * - `development` runs from the repository, with everything of `automation` and any switch.
 */
export type Edition = 'shipped' | 'automation' | 'development'

/** What this computer knows a build by. */
export type Identity = {
  /** Window title, name of the default profile folder, and service name in the OS keychain. */
  readonly name: string
  /** For the packaging, and for the notifications and windows of macOS and Windows. */
  readonly appId: string
}

const APP: Identity = { name: 'Eco Connect', appId: 'com.spot.eco-connect' }

export const IDENTITIES: Readonly<Record<Edition, Identity>> = {
  shipped: APP,
  // Running from source is how the app is tried before it is packaged: it is the app.
  development: APP,
  automation: { name: 'Eco Connect Automation', appId: 'com.spot.eco-connect.automation' },
}

/** What is packaged: the app that people get, or the same for test tools. */
export type PackagedEdition = Exclude<Edition, 'development'>
