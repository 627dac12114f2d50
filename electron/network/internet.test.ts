import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isInsideByName, isOnInternet } from './internet.ts'

describe('an address is inside', () => {
  test.each([
    '0.0.0.0',
    '10.0.0.8',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.0.0.9',
    '192.0.2.7',
    '192.88.99.1',
    '192.168.1.1',
    '198.18.0.1',
    '198.51.100.7',
    '203.0.113.7',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fd12::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'feff::1',
    'ff02::1',
    '100::1',
    '100:0:0:1::1',
    '5f00::1',
    '4000::1',
    '2001:db8::1',
    '3fff::1',
    '2001:2::1',
    '2001:10::1',
  ])('by IANA’s word: %s', (address) => expect(isOnInternet(address)).toBe(false))

  test.each([
    ['mapped', '::ffff:10.0.0.8'],
    ['mapped, in digits', '0:0:0:0:0:ffff:7f00:1'],
    ['IPv4-compatible', '::10.0.0.8'],
    ['IPv4-compatible of a public one', '::52.94.236.248'],
    ['translated without a state', '::ffff:0:10.0.0.8'],
    ['NAT64', '64:ff9b::10.0.0.8'],
    ['NAT64, in digits', '64:FF9B:0:0::7f00:1'],
    ['NAT64 of cloud metadata', '64:ff9b::a9fe:a9fe'],
    ['NAT64 of a network’s own', '64:ff9b:1::52.94.236.248'],
    ['NAT64 of a network’s own, at its end', '64:ff9b:1:ffff:ffff:ffff:10.0.0.8'],
    ['NAT64 with something between', '64:ff9b:0:1::52.94.236.248'],
    ['6to4', '2002:a00:8::1'],
    ['6to4 of this computer', '2002:7f00:1::'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:f5ff:fff7'],
    ['ISATAP', '2600:1f18::5efe:10.0.0.8'],
    ['ISATAP, told as unique', '2600:1f18::200:5efe:a00:8'],
  ])('where it leads inside in another form: %s', (_, address) =>
    expect(isOnInternet(address)).toBe(false),
  )
})

test.each([
  '52.94.236.248',
  '192.31.196.1',
  '172.32.0.1',
  '2600:1f18::1',
  '2a05:d018::1',
  '2620:4f:8000::1',
  '::ffff:52.94.236.248',
  '64:ff9b::52.94.236.248',
  '64:ff9b::345e:ecf8',
  '2002:345e:ecf8::1',
])('%s is on the internet', (address) => expect(isOnInternet(address)).toBe(true))

test('an IPv4 address is the same by each way that carries it', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      const on = isOnInternet(address)
      expect(isOnInternet(`::ffff:${address}`)).toBe(on)
      expect(isOnInternet(`64:ff9b::${address}`)).toBe(on)
      expect(isOnInternet(`::${address}`)).toBe(false)
    }),
  )
})

test('whatever an address looks like, it is judged', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV6(), fc.string()), (address) => {
      expect(typeof isOnInternet(address)).toBe('boolean')
    }),
  )
})

describe('a name', () => {
  test.each([
    'localhost',
    'portal.localhost',
    'aws.northwind.local',
    'AWS.NORTHWIND.LOCAL',
    'aws.northwind.internal',
    'aws.northwind.internal.',
    'aws.northwind.corp',
    'aws.home',
    'aws.mail',
    'aws.home.arpa',
    'ipv4only.arpa',
    'aws.northwind.test',
    'aws.northwind.invalid',
    'northwind.onion',
    'northwind.alt',
    'intranet',
    'intranet.',
    '[64:ff9b::345e:ecf8]',
    '52.94.236.248',
  ])('is nobody’s on the internet: %s', (name) => expect(isInsideByName(name)).toBe(true))

  test.each(['aws.northwind.example', 'northwind-corp.com', 'mail.northwind.com', 'aws.home.pl'])(
    'may be a company’s: %s',
    (name) => expect(isInsideByName(name)).toBe(false),
  )
})
