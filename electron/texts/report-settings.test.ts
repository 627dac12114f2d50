import { expect, it } from 'vitest'
import { judge } from '../aws/cur/report-verdict.ts'
import { english } from './en/index.ts'
import { reportSettings } from './report-settings.ts'
import { factValue } from './facts.ts'

const kept = (schemaElements: readonly string[], artifacts: readonly string[]): string =>
  judge({
    name: 'eco-hourly',
    bucket: 'acme-cur',
    prefix: 'eco/hourly',
    region: 'us-east-1',
    timeUnit: 'HOURLY',
    format: 'Parquet',
    compression: 'Parquet',
    schemaElements,
    artifacts,
    refreshClosedReports: true,
    versioning: 'OVERWRITE_REPORT',
    lastStatus: 'SUCCESS',
    lastDelivery: null,
  })
    .requirements.map(({ found }) => found)
    .join(', ')

it('names every setting of a report that was proven, however many elements it has', () => {
  const split = ['RESOURCES', 'SPLIT_COST_ALLOCATION_DATA']
  for (const schema of [['RESOURCES'], split]) {
    expect(reportSettings(english, kept(schema, ['ATHENA']))).toEqual([
      { label: 'Hourly detail', value: 'Hourly' },
      { label: 'Resource IDs', value: `Included (${schema.join(', ')})` },
      { label: 'Refresh of closed months', value: 'Switched on' },
      { label: 'Amazon Athena integration', value: 'Switched on (ATHENA)' },
      { label: 'Overwrite existing report', value: 'Overwrite' },
      { label: 'File format', value: 'Parquet' },
      { label: 'Region of the bucket', value: 'us-east-1' },
      { label: 'Report prefix', value: 'eco/hourly' },
    ])
  }
  expect(factValue(english, 'report-settings', kept(split, ['ATHENA']))).toContain(
    'Refresh of closed months: Switched on; ',
  )
})

it('leaves what another build may have kept as it is', () => {
  expect(reportSettings(english, 'HOURLY')).toBeNull()
  expect(factValue(english, 'report-settings', 'HOURLY')).toBe('HOURLY')
})
