import { expect, test } from 'vitest'
import { observeRoute } from './route.ts'

type Verify = Parameters<Parameters<typeof observeRoute>[0]['setCertificateVerifyProc']>[0]
type Issuer = { commonName: string; organizations: string[] }

const principal = (commonName: string, organizations: string[] = []): Issuer => ({
  commonName,
  organizations,
})

/** A session of which only the questions matter: `check` is Chromium asking about a certificate. */
function session(proxies = 'DIRECT', chromiumForgives = false) {
  let verify: Verify = () => expect.unreachable()
  const verdicts: number[] = []
  const watched = {
    setCertificateVerifyProc: (proc: Verify) => void (verify = proc),
    resolveProxy: () => Promise.resolve(proxies),
  }
  const route = observeRoute(watched, { chromiumForgives })
  const check = (hostname: string, issuer: Issuer, errorCode: number): void =>
    verify(
      { hostname, certificate: { issuer }, errorCode, verificationResult: `net::${errorCode}` },
      (verdict) => verdicts.push(verdict),
    )
  return { route, check, verdicts }
}

test('accepts what Chromium accepts and nothing else, and remembers who issued what it refused', () => {
  const { route, check, verdicts } = session()
  check('sts.us-east-1.amazonaws.com', principal('Inspection CA'), -202)
  check('iam.amazonaws.com', principal('Amazon RSA 2048 M01'), 0)
  check('api.spotinst.io', principal('', ['Northwind']), -202)
  check('long.example', principal('x'.repeat(5000)), -202)
  expect(verdicts).toEqual([-202, -3, -202, -202])
  expect(route.issuerOf('sts.us-east-1.amazonaws.com')).toBe('Inspection CA')
  expect(route.issuerOf('iam.amazonaws.com')).toBeUndefined()
  expect(route.issuerOf('api.spotinst.io')).toBe('Northwind')
  expect(route.issuerOf('long.example')).toHaveLength(100)
  check('sts.us-east-1.amazonaws.com', principal('Amazon RSA 2048 M01'), 0)
  expect(route.issuerOf('sts.us-east-1.amazonaws.com')).toBeUndefined()
})

test('tells the requests that wait for a host whose certificate is refused, and no others', () => {
  const { route, check } = session()
  const told: string[] = []
  const end = route.whenRefused('sts.us-east-1.amazonaws.com', (why) => told.push(`sts ${why}`))
  route.whenRefused('iam.amazonaws.com', (why) => told.push(`iam ${why}`))
  check('sts.us-east-1.amazonaws.com', principal('Inspection CA'), -202)
  check('iam.amazonaws.com', principal('Amazon RSA 2048 M01'), 0)
  end()
  check('sts.us-east-1.amazonaws.com', principal('Inspection CA'), -202)
  expect(told).toEqual(['sts net::-202'])
})

test('where Chromium was told not to mind, a host that was refused stays refused', async () => {
  const { route, check } = session('DIRECT', true)
  const told: string[] = []
  check('sts.us-east-1.amazonaws.com', principal('Inspection CA'), -202)
  route.whenRefused('sts.us-east-1.amazonaws.com', (why) => told.push(why))
  route.whenRefused('iam.amazonaws.com', (why) => told.push(why))
  await Promise.resolve()
  expect(told).toEqual(['net::-202'])
})

test.each([
  ['DIRECT', [], true],
  ['PROXY proxy.example:8080', ['proxy.example:8080'], false],
  [
    'PROXY one.example:8080; PROXY two.example:8080; DIRECT',
    ['one.example:8080', 'two.example:8080'],
    true,
  ],
  ['HTTPS secure.example:443;DIRECT', ['secure.example:443'], true],
  // As Chromium has it once the proxy has failed.
  ['DIRECT;PROXY proxy.example:8080', ['proxy.example:8080'], true],
  ['SOCKS5 socks.example:1080', ['socks.example:1080'], false],
  ['', [], false],
])('the way of %s is %s, direct %s', async (said, proxies, direct) => {
  const way = await session(said).route.wayTo('https://iam.amazonaws.com/')
  const encrypted = said.startsWith('HTTPS') ? proxies : []
  expect(way).toEqual({ proxies, encrypted, direct })
})
