import type { Language } from '../texts/catalogue.ts'
import { html } from './html.ts'

/** The page to which AWS's sign-in page leads back. */
export function browserPage(
  { locale, words }: Language,
  outcome: keyof Language['words']['browserPage'],
): string {
  const { title, text } = words.browserPage[outcome]
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
      </head>
      <body style="font:16px/1.5 system-ui;margin:20vh auto;max-width:32em;padding:0 1em">
        <h1>${title}</h1>
        <p>${text}</p>
      </body>
    </html>`.markup
}
