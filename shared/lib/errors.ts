/** Why a request was refused. The router turns thrown errors into these; the renderer only ever sees code and sentence. */
export type ErrorCode = 'invalid_input' | 'not_found' | 'conflict' | 'rule_broken' | 'signed_out' | 'forbidden' | 'storage' | 'unexpected'

/** A refusal in words a receptionist can read: what is wrong and what to do. Refused means unchanged. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly fields: Readonly<Record<string, string>> | undefined

  constructor(code: ErrorCode, message: string, fields?: Readonly<Record<string, string>>) {
    super(message)
    this.name = 'DomainError'
    this.code = code
    this.fields = fields
  }
}
