import { DomainError } from '../../shared/lib/errors.ts'

/** Stands where a handler is still being written. */
export const notBuilt = (): never => {
  throw new DomainError('unexpected', 'This is not built yet.')
}
