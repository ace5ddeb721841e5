import type { router } from '../app/routes.tsx'
import type { RequestError } from './api.ts'
import type { ClinicBridge } from './bridge.ts'

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
