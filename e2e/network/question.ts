import { expect } from '@playwright/test'
import type { Locator, Page } from 'playwright'
import type { App } from '../journeys/fixture.ts'

/** The window in which a person signs in to a proxy. */
export type ProxyWindow = {
  readonly page: Page
  readonly username: Locator
  readonly password: Locator
  /** Agrees to a password that can be read on its way. */
  readonly accept: Locator
  readonly send: Locator
  readonly cancel: Locator
  readonly problem: Locator
}

const isQuestion = (page: Page): boolean => page.url().endsWith('/proxy-sign-in.html')

/** Waits for that window, with its question drawn. */
export async function proxyWindow({ app }: App): Promise<ProxyWindow> {
  // Not the event: a window is opened before its page has an address.
  await expect.poll(() => app.windows().some(isQuestion)).toBe(true)
  const page = app.windows().find(isQuestion)
  if (!page) throw new Error('The question was there, and is gone.')
  await page.locator('#form').waitFor()
  return {
    page,
    username: page.locator('#username'),
    password: page.locator('#password'),
    accept: page.locator('#accept'),
    send: page.locator('[data-action="send-proxy-password"]'),
    cancel: page.locator('[data-action="cancel-proxy-password"]'),
    problem: page.locator('#problem'),
  }
}

/** How many of those windows are open. */
export const proxyWindows = ({ app }: App): number => app.windows().filter(isQuestion).length

/** Types `user:password` and sends it, agreeing to what is asked with it; '' for who would rather not. */
export async function typePassword(window: ProxyWindow, typed: string): Promise<void> {
  if (typed === '') return window.cancel.click()
  const [username = '', password = ''] = typed.split(':')
  await window.username.fill(username)
  await window.password.fill(password)
  if (await window.accept.isVisible()) await window.accept.check()
  await window.send.click()
}
