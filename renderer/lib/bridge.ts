import type { Channel, Input, Output } from '../../shared/ipc/contract.ts'
import type { AppEvent } from '../../shared/ipc/events.ts'
import type { Result } from '../../shared/ipc/result.ts'

/** What the preload script lays before the window: requests and events, nothing else. */
export type ClinicBridge = {
  invoke<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>>
  onEvent(listener: (event: AppEvent) => void): () => void
}
