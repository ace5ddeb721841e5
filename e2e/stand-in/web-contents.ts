import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { preventable } from './app.ts'
import { decode, encode } from './codec.ts'
import type { Session } from './connection.ts'
import type { IpcMain } from './ipc-main.ts'
import { loud } from './loud.ts'
import { DELIVER, type FromMain, PRELOAD_WORLD, pageScript, preloadScript, type ToMain, WIRE } from './page.ts'
import type { Protocol } from './protocol.ts'
import type { StandInSession } from './session.ts'

const EMPTY_PAGE_MS = 250
const LOAD_TRIES = 20
const BETWEEN_TRIES_MS = 100

/** The browser's one page, as it was attached: paused, before anything loaded. */
export type PageTarget = { targetId: string; session: Session }

/** What a page needs from around it. */
export type PageSurroundings = { page: PageTarget; protocol: Protocol; ipcMain: IpcMain; session: StandInSession; preload: string | undefined }

/** Electron's `webContents`: loads the page, runs the preload in its own world and carries messages between it and main. */
export function createWebContents({ page, protocol, ipcMain, session: around, preload }: PageSurroundings) {
  const { session, targetId } = page
  let url = ''
  let expectedUrl = ''
  let isDestroyed = false
  let preloadContext: number | undefined
  const early: FromMain[] = []
  // The browser's own first, empty page. Loaded after ours was asked for, it would push ours aside; most often it came before we could see it.
  const emptyPage = Promise.withResolvers<void>()

  const deliverTo = (executionContextId: number, message: FromMain) => {
    const call = { functionDeclaration: `function (text) { ${DELIVER}(text) }`, arguments: [{ value: encode(message) }], executionContextId, silent: true }
    session.send('Runtime.callFunctionOn', call).catch(() => undefined)
  }
  const announce = (event: FromMain) => {
    if (preloadContext === undefined) early.push(event)
    else deliverTo(preloadContext, event)
  }
  const frame = {
    get url() {
      return url
    },
    get origin() {
      return url.split('/').slice(0, 3).join('/')
    },
    parent: null,
  }
  const contents = loud(
    'webContents',
    Object.assign(new EventEmitter(), {
      id: 1,
      mainFrame: frame,
      session: around.electronSession,
      close: () => {
        contents.emit('close-requested')
      },
      executeJavaScript: async (code: string): Promise<unknown> => {
        const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
          expression: code,
          awaitPromise: true,
          returnByValue: true,
          userGesture: true,
        })
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
        return result.value
      },
      getURL: () => url,
      isDestroyed: () => isDestroyed,
      send: (channel: string, ...args: unknown[]) => announce({ kind: 'event', channel, args }),
      setVisualZoomLevelLimits: () => undefined,
      setWindowOpenHandler: (handler: (details: { url: string }) => { action: string }) => {
        if (handler({ url: 'about:blank' }).action !== 'deny') throw new Error('The stand-in for Electron opens no second window.')
      },
    }),
  )
  const answerPage = async (text: string, askingContext: number) => {
    const message = decode(text) as ToMain
    if (message.kind === 'preload-failed') {
      console.error('The preload failed:', message.words)
      return
    }
    const { id, channel, args } = message
    const reply = await ipcMain.invoke({ sender: contents, senderFrame: frame, type: 'frame' }, channel, args).then(
      value => ({ kind: 'reply', id, ok: true, value }) as const,
      (error: Error) => ({ kind: 'reply', id, ok: false, value: error.message }) as const,
    )
    deliverTo(askingContext, reply)
  }
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === WIRE) void answerPage(payload, executionContextId)
  })
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name !== PRELOAD_WORLD || context.auxData?.frameId !== targetId) return
    preloadContext = context.id
  })
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (executionContextId === preloadContext) preloadContext = undefined
  })
  session.on('Runtime.executionContextsCleared', () => {
    preloadContext = undefined
  })
  session.on('Page.frameNavigated', ({ frame: { parentId, url: address, urlFragment } }) => {
    if (!parentId) url = protocol.fromWeb(address) + (urlFragment ?? '')
  })
  session.on('Page.navigatedWithinDocument', ({ frameId, url: address }) => {
    if (frameId === targetId) url = protocol.fromWeb(address)
  })
  session.on('Page.lifecycleEvent', ({ name, frameId }) => {
    if (name !== 'load' || frameId !== targetId) return
    if (url.startsWith('data:')) emptyPage.resolve()
    if (!url.startsWith('app:')) return
    contents.emit('did-finish-load', {})
    early.splice(0).forEach(announce)
  })

  /** Whether a request goes out: the app may cancel any, and is asked before the page goes elsewhere by itself. */
  const isAllowed = (address: string, isNavigation: boolean) => {
    const url = protocol.fromWeb(address)
    if (!around.mayRequest(url)) return false
    if (!isNavigation || address === expectedUrl) return true
    const event = Object.assign(preventable(), { url })
    contents.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }
  const answerRequests = (source: Session) =>
    source.on('Fetch.requestPaused', paused => {
      const isNavigation = paused.resourceType === 'Document' && paused.frameId === targetId
      const refuse = () => source.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Aborted' })
      const answered = isAllowed(paused.request.url, isNavigation) ? protocol.answer(source, paused) : refuse()
      answered.catch(() => refuse().catch(() => undefined))
    })
  const everyRequest = { patterns: [{ urlPattern: '*' }] }
  answerRequests(session)

  /** Puts preload, wire and request handling in place, then lets the paused page run. */
  const attach = async () => {
    const secret = `k${randomBytes(16).toString('hex')}`
    const script = preload ? readFileSync(preload, 'utf8') : ''
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', { name: WIRE, executionContextName: PRELOAD_WORLD }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript(secret) }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { worldName: PRELOAD_WORLD, source: preloadScript(secret, script) }),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Fetch.enable', everyRequest),
      session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }),
      session.send('Runtime.runIfWaitingForDebugger'),
    ])
  }
  /** Workers of the page: the same requests, the same answers. */
  const attachWorker = async (worker: Session) => {
    answerRequests(worker)
    await worker.send('Fetch.enable', everyRequest).catch(() => undefined)
    await worker.send('Runtime.runIfWaitingForDebugger')
  }
  const load = async (address: string, triesLeft = LOAD_TRIES): Promise<void> => {
    await Promise.race([emptyPage.promise, setTimeout(EMPTY_PAGE_MS, undefined, { ref: false })])
    expectedUrl = protocol.toWeb(address)
    const loaded = new Promise(resolve => contents.once('did-finish-load', resolve))
    const { errorText } = await session.send('Page.navigate', { url: expectedUrl })
    // It may have been late all the same.
    if (errorText === 'net::ERR_ABORTED' && triesLeft > 1) {
      await setTimeout(BETWEEN_TRIES_MS)
      return load(address, triesLeft - 1)
    }
    if (errorText) throw new Error(`${errorText} loading '${address}'`)
    await loaded
  }
  const markDestroyed = () => {
    isDestroyed = true
    contents.emit('destroyed')
  }
  return { contents, attach, attachWorker, load, markDestroyed }
}
