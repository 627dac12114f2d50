import { expect as usual } from '@playwright/test'

/** As in the window's tests, whose settings count only where Playwright itself runs them. */
export const expect = usual.configure({ timeout: 60_000 })
