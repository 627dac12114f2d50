import { readFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { expect } from '@playwright/test'
import { proxyWindow, proxyWindows } from '../network/question.ts'
import { throughProxy } from '../network/stage.ts'
import { endChild, startCompanion } from '../runtime/processes.ts'
import type { Case } from './cases.ts'
import { handsAt } from './hands.ts'
import { inOffice } from './office.ts'

const PATIENT = { timeout: 60_000 }
const TERMINAL = 'Letters of somebody'

const elsewhere: Case = {
  on: 'openbox, xterm',
  name: 'a proxy’s question to somebody who types into a terminal: where the letters go',
  run: () =>
    // So slow that the terminal has the keys before the question is there.
    inOffice({ password: 'someone:pw', slowness: 10_000 }, async (office) => {
      const { network, folder, display, ends, begin } = office
      const options = { env: { ...display, PATH: process.env['PATH'], LANG: 'C.UTF-8' } }
      const letters = path.join(folder, 'letters')
      const program = ['-T', TERMINAL, '-e', 'sh', '-c', `cat > ${letters}`]
      for (const companion of [
        startCompanion('openbox', [], { ...options, stdio: 'ignore' }),
        startCompanion('xterm', program, { ...options, stdio: 'ignore' }),
      ])
        ends(() => endChild(companion))
      const app = await begin(throughProxy(network.proxy.port))
      const hands = handsAt(display)
      await hands.activate(TERMINAL)
      const windows = () =>
        app.app.evaluate(({ BrowserWindow }) => {
          const asked = BrowserWindow.getAllWindows().find((one) => one.getParentWindow())
          const question = asked?.isVisible() ? 'shown' : 'hidden'
          return { question, isAway: BrowserWindow.getFocusedWindow() === null }
        })
      await expect.poll(windows, PATIENT).toEqual({ question: 'hidden', isAway: true })
      const wasFirst = proxyWindows(app) === 0
      let typed = ''
      const typesWord = async (): Promise<void> => {
        typed += 'word '
        await hands.type('word ')
      }
      while (proxyWindows(app) === 0) await typesWord()
      const before = typed.length
      const { username } = await proxyWindow(app)
      for (let words = 0; words < 10; words += 1) await typesWord()
      const meanwhile = await windows()
      await hands.type('\n')
      await hands.activate(await app.window.title())
      await expect.poll(windows, PATIENT).toEqual({ question: 'shown', isAway: false })
      await hands.type('someone')
      await expect(username).toHaveValue('someone', PATIENT)
      const inTerminal = (await readFile(letters, 'utf8')).trimEnd()
      return {
        seen: `${inTerminal.length} of ${typed.trimEnd().length} letters in the terminal, ${typed.length - before} of them since there was a question, which was ${meanwhile.question}; when they come to the app it is ${(await windows()).question} and has “${await username.inputValue()}”`,
        right:
          wasFirst &&
          inTerminal === typed.trimEnd() &&
          meanwhile.isAway &&
          meanwhile.question === 'hidden',
      }
    }),
}

/** What was tried with a desktop's window manager and another program beside the app. */
export const FOCUS_CASES: readonly Case[] = [elsewhere]
