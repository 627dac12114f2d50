import { contextBridge, ipcRenderer } from 'electron'
import { CHANNELS } from '../contract/bridge.ts'
import type { EcoConnectBridge } from '../contract/bridge.ts'
import type { Snapshot } from '../contract/snapshot.ts'

const bridge: EcoConnectBridge = {
  snapshot: () => ipcRenderer.invoke(CHANNELS.snapshot),
  send: (command) => ipcRenderer.invoke(CHANNELS.send, command),
  onSnapshot: (listener) => {
    const forward = (_event: unknown, snapshot: Snapshot): void => listener(snapshot)
    ipcRenderer.on(CHANNELS.changed, forward)
    return () => ipcRenderer.off(CHANNELS.changed, forward)
  },
}

contextBridge.exposeInMainWorld('ecoConnect', bridge)
