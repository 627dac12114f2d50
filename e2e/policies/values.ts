import type { SettingId } from '../../electron/managed/settings.ts'

/** What a setting may not be, and what it needs beside it. */
export type Wrong = {
  readonly ofOtherType: readonly unknown[]
  readonly outOfBounds: readonly unknown[]
  readonly beside?: object
}

/** A switch has no bounds; nearest to a value that it may not be are words that others take for one. */
const SWITCH: Wrong = { ofOtherType: ['true', 1], outOfBounds: ['yes'] }
const folder = (outOfBounds: string): Wrong => ({ ofOtherType: [1], outOfBounds: [outOfBounds] })

/** Of every setting: values of another type, and values of the right one that are out of bounds. */
export const WRONG: Readonly<Record<SettingId, Wrong>> = {
  AllowedPortals: {
    ofOtherType: ['https://example.awsapps.com/start'],
    outOfBounds: [[], ['https://example.com/start']],
  },
  AllowedRegions: { ofOtherType: ['eu-central-1'], outOfBounds: [['Frankfurt']] },
  AllowedAccounts: { ofOtherType: [[111122223333]], outOfBounds: [['1111-2222-3333']] },
  AllowedSignInWays: { ofOtherType: ['portal'], outOfBounds: [['portal', 'sso']] },
  AllowDeviceCode: SWITCH,
  AllowVanityAddresses: SWITCH,
  SessionOnly: SWITCH,
  AllowSpotApi: SWITCH,
  AllowOwnTemplates: SWITCH,
  AllowedTemplateFingerprints: { ofOtherType: ['0'.repeat(64)], outOfBounds: [['0'.repeat(63)]] },
  RequireExternalId: SWITCH,
  BucketNamePattern: { ofOtherType: [['finance-*']], outOfBounds: ['a'.repeat(64)] },
  ClassicBucketNamesOnly: SWITCH,
  ProxyServer: { ofOtherType: [8080], outOfBounds: ['proxy.example:65536'] },
  ProxyBypassList: {
    ofOtherType: ['<local>'],
    outOfBounds: [['a,b']],
    beside: { ProxyServer: 'proxy.example:8080' },
  },
  ProxyPacUrl: { ofOtherType: [true], outOfBounds: ['file:///etc/proxy.pac'] },
  Language: { ofOtherType: [['de']], outOfBounds: ['fr'] },
  AuditFolder: folder('/var/../etc'),
  AuditRetentionDays: {
    ofOtherType: ['30'],
    outOfBounds: [0, 3651],
    beside: { AuditFolder: '/var/log/eco' },
  },
  SupportContact: { ofOtherType: [112], outOfBounds: ['a'.repeat(201)] },
  CliFolder: folder('.aws'),
}
