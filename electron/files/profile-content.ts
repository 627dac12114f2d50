/**
 * What Electron's Chromium makes in its profile folder, by name: as found in the profiles of Electron 33
 * to 39 on Linux, with the names that Chromium has for the same on Windows and macOS. Whatever is not
 * named here or by the app may be somebody's own: a person can choose any folder for a profile.
 */
const BY_CHROMIUM =
  /^(Cache|Code Cache|[A-Za-z]*GPUCache|GrShaderCache|ShaderCache|Dawn[A-Za-z]*Cache|Graphite[A-Za-z]*Cache|Crashpad|Dictionaries|Local Storage|Local State|Session Storage|Shared Dictionary|SharedStorage(-wal)?|IndexedDB|Service Worker|WebStorage|Partitions|Network|Network Persistent State|NetworkDataMigrated|Preferences|Cookies(-journal)?|Trust Tokens(-journal)?|TransportSecurity|QuotaManager(-journal)?|DIPS(-wal|-shm|-journal)?|VideoDecodeStats|blob_storage|databases|File System|shared_proto_db|Singleton(Lock|Cookie|Socket)|lockfile|DevToolsActivePort|BrowserMetrics.*|\.org\.chromium\.Chromium\..*)$/

export const isOfChromium = (name: string): boolean => BY_CHROMIUM.test(name)
