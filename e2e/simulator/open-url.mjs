#!/usr/bin/env node
// @ts-check
/**
 * Stands in for the browser while signing in: opens the link, presses Allow and follows the way
 * back to the application. ECO_SIMULATOR_BROWSER=deny presses Deny, =ignore does nothing. A draft of
 * an e-mail goes to no mail program; ECO_SIMULATOR_MAIL names a file that each is added to.
 */
import { appendFile } from 'node:fs/promises'
import process from 'node:process'

const link = process.argv[2]
const mood = process.env['ECO_SIMULATOR_BROWSER'] ?? 'allow'

/** @param {string} tag @param {string} name */
const attribute = (tag, name) =>
  (new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replace(
    /&#(\d+);/g,
    (/** @type {string} */ _whole, /** @type {string} */ code) => String.fromCharCode(Number(code)),
  )

/** @param {string} page @param {string} address */
const press = (page, address) => {
  const form = /<form[^>]*>/.exec(page)?.[0]
  if (form === undefined) throw new Error(`No form at ${address}`)
  const fields = new URLSearchParams()
  for (const [tag] of page.matchAll(/<input[^>]*>/g))
    fields.set(attribute(tag, 'name'), attribute(tag, 'value'))
  // Where one button has the focus, that is what this person does.
  const focused = /<button[^>]*value="(\w+)"[^>]*autofocus/.exec(page)?.[1]
  fields.set('decision', mood === 'deny' ? 'deny' : (focused ?? 'allow'))
  return fetch(new URL(attribute(form, 'action'), address), { method: 'POST', body: fields })
}

const mail = process.env['ECO_SIMULATOR_MAIL'] ?? ''
if (link?.startsWith('mailto:')) {
  if (mail !== '') await appendFile(mail, `${link}\n`)
} else if (mood !== 'ignore') {
  if (link === undefined) throw new Error('Usage: open-url.mjs <link>')
  const shown = await fetch(link)
  const page = await shown.text()
  if (!shown.ok) throw new Error(`${link} answered ${shown.status}`)
  const answer = await press(page, shown.url)
  await answer.text()
}
