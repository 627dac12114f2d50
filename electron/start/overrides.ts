import type { MenuItemConstructorOptions } from 'electron'
import { type Endpoints, PUBLIC_ENDPOINTS } from '../network/endpoints.ts'
import { type IsStandIn, NO_STAND_IN } from '../network/stand-in.ts'
import type { Catalogue } from '../texts/catalogue.ts'
import type { Languages, Offer } from '../texts/speech.ts'

/** What test tools and developers may put in the place of the real thing. */
export type Overrides = {
  readonly endpoints: Endpoints
  /** Opens a link instead of the system's browser; null for the browser. */
  readonly openLink: ((link: string) => Promise<void>) | null
  /** Where the files of the AWS CLI lie; null for the person's own. */
  readonly awsFolder: string | null
  /** A file in the place of what the organization has decided on this computer; null for that. */
  readonly policyFile: string | null
  /** Whether the window says that this is a demonstration. */
  readonly demo: boolean
  readonly isStandIn: IsStandIn
  readonly devTools: boolean
  /** Added to the menu “View”. */
  readonly viewMenu: (words: Catalogue['menu']) => MenuItemConstructorOptions[]
  /** Languages besides those that people get, made of the first of these. */
  readonly alsoSpoken: (first: Offer) => Languages
}

/** What people get. */
export const NO_OVERRIDES: Overrides = {
  endpoints: PUBLIC_ENDPOINTS,
  openLink: null,
  awsFolder: null,
  policyFile: null,
  demo: false,
  isStandIn: NO_STAND_IN,
  devTools: false,
  viewMenu: () => [],
  alsoSpoken: () => ({}),
}
