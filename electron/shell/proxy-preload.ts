import { contextBridge, ipcRenderer } from 'electron'
import { PROXY_QUESTION_CHANNELS as CHANNELS } from '../contract/proxy-question.ts'
import type { ProxyQuestionBridge, ProxyQuestionPage } from '../contract/proxy-question.ts'

const bridge: ProxyQuestionBridge = {
  page: () => ipcRenderer.invoke(CHANNELS.page),
  answer: (answer) => ipcRenderer.invoke(CHANNELS.answer, answer),
  onPage: (listener) => {
    ipcRenderer.on(CHANNELS.changed, (_event, page: ProxyQuestionPage) => listener(page))
  },
}

contextBridge.exposeInMainWorld('proxyQuestion', bridge)
