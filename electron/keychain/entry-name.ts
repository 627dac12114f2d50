/**
 * What the programs of a keychain call the entry of this service and account: keytar gives it this
 * title with libsecret and with Windows' Credential Manager.
 */
export const entryName = (service: string, account: string): string => `${service}/${account}`
