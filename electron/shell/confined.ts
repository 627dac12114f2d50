/**
 * What confines the window's page, as values that the review pack (`e2e/review-pack/`) shows too: so they
 * stand here, and not where Electron has to be there to read them.
 */

/** The content security policy of every answer that the page gets. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'none'",
  "style-src 'self'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // Not one policy may be made, so that no string can be declared safe.
  "trusted-types 'none'",
].join('; ')

/** Electron's preferences of the window, but for the two that differ by build. */
export const LOCKED = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  spellcheck: false,
  webviewTag: false,
  navigateOnDragDrop: false,
} as const
