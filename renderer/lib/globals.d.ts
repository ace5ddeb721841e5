import type { Channel, Input, Output } from '../../shared/ipc/contract.ts'
import type { AppEvent } from '../../shared/ipc/events.ts'
import type { Result } from '../../shared/ipc/result.ts'
import type { router } from '../app/routes.tsx'
import type { RequestError } from './api.ts'

/** What the preload script lays before the window: requests and events, nothing else. */
type ClinicBridge = {
  invoke<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>>
  onEvent(listener: (event: AppEvent) => void): () => void
}

// Libraries and the DOM are told our types by adding to their interfaces; nothing else may use `interface`.
declare global {
  interface Window {
    clinic: ClinicBridge
  }
}

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: RequestError
  }
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
