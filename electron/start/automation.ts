import type { Allowed } from './command-line.ts'

/** What test tools need besides: to reach the window, and to run where there is no sandbox. */
export const AUTOMATION_SWITCHES: readonly Allowed[] = [
  { form: /^--remote-debugging-port=\d{1,5}$/, why: 'test tools drive the window through it' },
  { form: /^--no-sandbox$/, why: 'as root in a container, Chromium does not start with one' },
]
