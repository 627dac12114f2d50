import { expect, test } from 'vitest'
import { endpointsFrom } from './endpoints.ts'

const env = {
  AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
  AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:2',
  AWS_ENDPOINT_URL_COST_AND_USAGE_REPORT_SERVICE: 'http://127.0.0.1:3',
  SPOT_API_URL: 'http://127.0.0.1:4',
}

test('an unpackaged app can be pointed at other servers, service by service', () => {
  const endpoints = endpointsFrom(env, false)
  expect(endpoints.of('s3')).toBe(env.AWS_ENDPOINT_URL_S3)
  expect(endpoints.of('cur')).toBe(env.AWS_ENDPOINT_URL_COST_AND_USAGE_REPORT_SERVICE)
  expect(endpoints.of('sts')).toBe(env.AWS_ENDPOINT_URL)
  expect(endpoints.of('spot')).toBe(env.SPOT_API_URL)
})

test('a packaged app cannot', () => {
  const endpoints = endpointsFrom(env, true)
  expect(endpoints.of('s3')).toBeUndefined()
  expect(endpoints.of('spot')).toBe('https://api.spotinst.io')
  expect(endpoints.spot).toBe('https://api.spotinst.io')
})

test('nothing set means AWS and Spot themselves', () => {
  const endpoints = endpointsFrom({ AWS_ENDPOINT_URL: '  ' }, false)
  expect(endpoints.of('iam')).toBeUndefined()
  expect(endpoints.of('spot')).toBe('https://api.spotinst.io')
})
