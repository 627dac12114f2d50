import { describe, expect, test } from 'vitest'
import { AppFailure } from '../../errors/failure.ts'
import { regionToAsk } from './refused-regions.ts'

const GOV = 'https://start.us-gov-home.awsapps.com/directory/northwind'
const HERE = 'https://northwind.awsapps.com/start'
const asked = (startUrl: string, typed: string, ...refused: readonly string[]): string =>
  regionToAsk(
    refused.map((region) => ({ startUrl, region })),
    { startUrl, regionHint: undefined },
    typed,
  )

describe('the region in which a portal is asked', () => {
  test('is the one that was typed where the portal can be there', () => {
    expect(asked(HERE, ' EU-West-1 ')).toBe('eu-west-1')
    expect(asked(GOV, 'us-gov-east-1')).toBe('us-gov-east-1')
    // Refused before: it is for the person to ask again.
    expect(asked(HERE, 'eu-west-1', 'eu-west-1')).toBe('eu-west-1')
  })

  test('is one of its partition where the field was left as it was', () => {
    expect(asked(GOV, 'us-east-1')).toBe('us-gov-west-1')
    expect(asked(GOV, 'us-east-1', 'us-gov-west-1')).toBe('us-gov-east-1')
    expect(asked('https://start.home.awsapps.cn/directory/nw', 'us-east-1')).toBe('cn-north-1')
    expect(asked(HERE, 'us-gov-west-1')).toBe('us-east-1')
  })

  test('is no region that does not exist', () => {
    expect(() => asked(GOV, 'us-east-9')).toThrow(AppFailure)
  })
})
