import { type Managed, NOT_MANAGED } from '../contract/managed.ts'
import type { SettingId } from './settings.ts'

type Ask = (managed: Managed) => unknown

/** What of the decided each setting is about: the compiler names the one that is missing. */
const ABOUT: Readonly<Record<SettingId, Ask>> = {
  AllowedPortals: ({ portals }) => portals,
  AllowedRegions: ({ regions }) => regions,
  AllowedAccounts: ({ accounts }) => accounts,
  AllowedSignInWays: ({ signInWays }) => signInWays,
  AllowDeviceCode: ({ deviceCode }) => deviceCode,
  AllowVanityAddresses: ({ vanityAddresses }) => vanityAddresses,
  SessionOnly: ({ sessionOnly }) => sessionOnly,
  AllowSpotApi: ({ spotApi }) => spotApi,
  AllowOwnTemplates: ({ ownTemplates }) => ownTemplates === 'off',
  AllowedTemplateFingerprints: ({ ownTemplates }) => typeof ownTemplates === 'object',
  RequireExternalId: ({ externalIdRequired }) => externalIdRequired,
  BucketNamePattern: ({ bucketName }) => bucketName,
  ClassicBucketNamesOnly: ({ classicNamesOnly }) => classicNamesOnly,
  ProxyServer: ({ proxy }) => proxy?.kind === 'servers',
  ProxyBypassList: ({ proxy }) => proxy?.kind === 'servers' && proxy.bypass !== '',
  ProxyPacUrl: ({ proxy }) => proxy?.kind === 'pac',
  Language: ({ language }) => language,
  AuditFolder: ({ audit }) => audit.folder,
  AuditRetentionDays: ({ audit }) => audit.retentionDays,
  SupportContact: ({ supportContact }) => supportContact,
  CliFolder: ({ cliFolder }) => cliFolder,
}

const isSetting = (name: string): name is SettingId => Object.hasOwn(ABOUT, name)

/** The settings by which something is otherwise than without an organization: their names, and no values. */
export const settingsThatDecide = (managed: Managed): readonly SettingId[] =>
  Object.keys(ABOUT)
    .filter(isSetting)
    .filter(
      (name) => JSON.stringify(ABOUT[name](managed)) !== JSON.stringify(ABOUT[name](NOT_MANAGED)),
    )
