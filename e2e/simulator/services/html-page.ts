import type { WireRequest, WireResponse } from '../protocols/wire.ts'
import type { Call } from './operation.ts'

/** One page that a browser can ask for, or send a form to. */
export type Page = { name: string; show(request: WireRequest, call: Call): WireResponse }

/** Pages by method and path. */
export type Pages = Readonly<Record<string, Page>>

/** Text as it may stand in a page, quotes included. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)

const style = `
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f2f3f3;
    font: 16px/1.5 "Open Sans", "Segoe UI", system-ui, sans-serif; color: #16191f; }
  main { background: #fff; border-radius: 12px; padding: 32px 40px; max-width: 440px;
    box-shadow: 0 2px 12px rgb(0 7 22 / 14%); }
  .banner { margin: -32px -40px 24px; padding: 10px 40px; border-radius: 12px 12px 0 0;
    background: #232f3e; color: #fff; font-size: 14px; }
  h1 { font-size: 22px; line-height: 1.3; margin: 0 0 12px; }
  .who { background: #f2f8fd; border-left: 4px solid #0972d3; padding: 8px 12px; }
  .code { font: 700 28px/1 ui-monospace, monospace; letter-spacing: 3px; text-align: center; }
  form { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 24px; }
  form p { flex: 1 0 100%; margin: 0 0 12px; }
  select { width: 100%; padding: 8px; font: inherit; }
  button { flex: 1; padding: 10px; border-radius: 20px; border: 2px solid #0972d3; font: inherit;
    font-weight: 700; background: #fff; color: #0972d3; cursor: pointer; }
  button[value=allow] { background: #0972d3; color: #fff; }
  button:focus-visible { outline: 3px solid #ec7211; outline-offset: 2px; }`

/** A page of the demonstration, which says that it is one. `content` is HTML. */
export const htmlPage = (title: string, content: string, status = 200): WireResponse => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>${style}</style></head><body><main><div class="banner">This is a demonstration sign-in. No AWS account is involved.</div>
<h1>${escapeHtml(title)}</h1>${content}</main></body></html>`,
})

/** What a person sees who followed a link that cannot work. */
export const refusal = (reason: string): WireResponse =>
  htmlPage('This sign-in link does not work', `<p>${escapeHtml(reason)}</p>`, 400)

/** Values that a form sends along unseen. */
export const hiddenFields = (fields: Record<string, string>): string =>
  Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`)
    .join('')

/** Sends the browser on, with these parameters besides those of the address. */
export const redirect = (uri: string, params: Record<string, string>): WireResponse => {
  const location = new URL(uri)
  for (const [name, value] of Object.entries(params)) location.searchParams.set(name, value)
  return { status: 302, headers: { location: location.href }, body: '' }
}
