import { contextBridge, ipcRenderer } from 'electron'

const REQUEST = 'clinic'
const EVENT = 'clinic-event'

contextBridge.exposeInMainWorld('clinic', {
  invoke: (channel: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(REQUEST, channel, input),
  onEvent: (listener: (event: unknown) => void) => {
    const hear = (_event: unknown, event: unknown) => listener(event)
    ipcRenderer.on(EVENT, hear)
    return () => {
      ipcRenderer.removeListener(EVENT, hear)
    }
  },
})
