import type { SettingId } from '../../electron/managed/settings.ts'

/** Settings that no other test tries, as they are obeyed beside the steps: their rows are played every time. */
export const ALWAYS: readonly SettingId[] = [
  'ProxyServer',
  'ProxyBypassList',
  'ProxyPacUrl',
  'Language',
  'AuditFolder',
  'AuditRetentionDays',
  'SupportContact',
]
