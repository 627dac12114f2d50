import { expect, test } from 'vitest'
import { endpointsFrom } from './endpoints-from.ts'

const env = {
  AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
  AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:2',
  AWS_ENDPOINT_URL_COST_AND_USAGE_REPORT_SERVICE: 'http://127.0.0.1:3',
  SPOT_API_URL: 'http://127.0.0.1:4',
}

test('a development build can be pointed at other servers, service by service', () => {
  const endpoints = endpointsFrom(env)
  expect(endpoints.of('s3')).toBe(env.AWS_ENDPOINT_URL_S3)
  expect(endpoints.of('cur')).toBe(env.AWS_ENDPOINT_URL_COST_AND_USAGE_REPORT_SERVICE)
  expect(endpoints.of('sts')).toBe(env.AWS_ENDPOINT_URL)
  expect(endpoints.spot).toBe(env.SPOT_API_URL)
})

test('nothing set means AWS and Spot themselves', () => {
  const endpoints = endpointsFrom({ AWS_ENDPOINT_URL: '  ' })
  expect(endpoints.of('iam')).toBeUndefined()
  expect(endpoints.spot).toBe('https://api.spotinst.io')
})
