/** Where each system keeps what an organization has decided: nobody but an administrator can write there. */
export const LINUX_FILE = '/etc/eco-connect/policy.json'

/** Below `HKEY_LOCAL_MACHINE`, where Group Policy and Intune write. */
export const WINDOWS_KEY = String.raw`Software\Policies\Eco Connect`

/**
 * Where macOS keeps what a configuration profile forces: by this folder `CFPreferencesAppValueIsForced`
 * knows it. What a person sets with `defaults write` lies elsewhere, and is not read.
 */
export const MAC_FOLDER = '/Library/Managed Preferences'

/** What a person is told of the place, where nothing nearer is known. */
export function placeOn(platform: NodeJS.Platform): string {
  if (platform === 'win32') return `HKEY_LOCAL_MACHINE\\${WINDOWS_KEY}`
  return platform === 'darwin' ? MAC_FOLDER : LINUX_FILE
}
