import { contextBridge, ipcRenderer } from 'electron'
import { CHANNELS, type EcoConnectBridge, type Snapshot } from '../contract/contract.ts'

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
