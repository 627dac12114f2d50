import type { Pages } from './html-page.ts'
import { portalPages } from './sign-in-page.ts'
import { signinPages } from './signin-page.ts'

/** Every page that a browser can open here. */
export const pages: Pages = { ...portalPages, ...signinPages }
