import type { Edition } from './edition.ts'

declare const BUILD_EDITION: Edition
declare const BUILD_VERSION: string

/** Of the running build, as `vite.config.mts` writes them into it. Only entry and `main.ts` ask. */
export const EDITION: Edition = BUILD_EDITION
export const VERSION: string = BUILD_VERSION
