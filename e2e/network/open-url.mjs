#!/usr/bin/env node
// @ts-check
/**
 * The browser stand-in for an app that speaks to AWS's own hosts: the sign-in page that it asks for
 * is the simulator's, at ECO_SIMULATOR_URL.
 */
import process from 'node:process'

const asked = process.argv[2]
const simulator = process.env['ECO_SIMULATOR_URL']
if (asked === undefined || simulator === undefined)
  throw new Error('Usage: ECO_SIMULATOR_URL=… open-url.mjs <link>')
const link = new URL(asked)
if (!/^oidc\.[a-z0-9-]+\.amazonaws\.com$/.test(link.host) || link.protocol !== 'https:')
  throw new Error(`${asked} is no sign-in page of AWS`)
process.argv[2] = new URL(`${link.pathname}${link.search}`, simulator).href
await import('../simulator/open-url.mjs')
