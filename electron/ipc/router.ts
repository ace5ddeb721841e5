import type { Role } from '../../shared/access/schema.ts'
import { type Channel, contract, isChannel, type Output, type Parsed } from '../../shared/ipc/contract.ts'
import type { Access, Endpoint } from '../../shared/ipc/endpoint.ts'
import type { Refusal, Result } from '../../shared/ipc/result.ts'
import { DomainError } from '../../shared/lib/errors.ts'
import { record } from '../access/audit-log.ts'
import type { Host } from '../access/host.ts'
import { personIn } from '../access/passwords.ts'
import type { Services } from '../app/services.ts'
import { storageRefusal } from '../db/sqlite-errors.ts'
import { transaction } from '../db/transaction.ts'
import { auditedIds } from './audited.ts'
import { invalidInput } from './invalid-input.ts'

/** Signing in and backups work on the host; every other handler gets the services of the open clinic and its signed-in person. */
export type ContextOf<C extends Channel> = C extends `access.${string}` | `data.${string}` ? Host : Services

/** The answers to a set of requests: a missing or misspelt one does not compile. */
export type Handlers<C extends Channel> = { readonly [K in C]: (context: ContextOf<K>, input: Parsed<K>) => Output<K> | Promise<Output<K>> }

/** Makes a request of the records. It never throws: a refusal is an answer too. */
export type Invoke = (channel: string, input: unknown) => Promise<Result<unknown>>

type AnyHandler = (context: Host | Services, input: unknown) => unknown
type Work = { readonly channel: Channel; readonly endpoint: Endpoint; readonly handler: AnyHandler; readonly input: unknown }
/** What the router needs besides the handlers. `checksAnswers` also validates what goes out (in tests). */
export type RouterParts = { readonly host: Host; readonly services: () => Services; readonly checksAnswers: boolean }

/** The one way into the records, for the windows, the headless clinic and the tests: validate, authorise, run, audit, and say errors in words. */
export function createRouter(handlers: Handlers<Channel>, parts: RouterParts): Invoke {
  const { host } = parts
  return async (channel, rawInput) => {
    if (typeof channel !== 'string' || !isChannel(channel))
      return refused({ code: 'unexpected', message: `Unknown request “${String(channel).slice(0, 80)}”.` })
    const endpoint: Endpoint = contract[channel]
    try {
      authorise(host, endpoint.access)
      const input = endpoint.input.safeParse(rawInput)
      if (!input.success) return refused(invalidInput(input.error))
      // The bridge between the typed table and a name that came from outside.
      const work: Work = { channel, endpoint, handler: handlers[channel] as AnyHandler, input: input.data }
      const value = isForHost(channel) ? await runOnHost(parts, work) : await runOnRecords(parts, work)
      if (parts.checksAnswers) endpoint.output.parse(value)
      if (endpoint.kind === 'command') host.emit({ kind: 'changed' })
      return { ok: true, value }
    } catch (error) {
      return refused(inWords(error, channel, host))
    }
  }
}

const ranks: Readonly<Record<Role, number>> = { 'front-desk': 1, clinician: 2, owner: 3 }
const needed: Readonly<Record<Exclude<Access, 'anyone'>, number>> = { 'front-desk': 1, clinical: 2, owner: 3 }

function authorise(host: Host, access: Access) {
  if (access === 'anyone') return
  if (ranks[personIn(host).role] >= needed[access]) return
  const who = access === 'owner' ? 'the clinic’s owner' : 'a practitioner'
  throw new DomainError('forbidden', `Only ${who} can do this. Ask them to sign in.`)
}

function isForHost(channel: Channel): boolean {
  return channel.startsWith('access.') || channel.startsWith('data.')
}

// A command and its audit line are one transaction. A handler that answers later (it writes a file) has its own transactions; its line follows it.
function runOnRecords({ host, services }: RouterParts, work: Work): unknown {
  const context = services()
  if (work.endpoint.kind === 'query') return work.handler(context, work.input)
  const personId = context.person.id
  const audit = (value: unknown) => {
    record(context.db, { at: context.clock.now(), personId, action: work.channel, subject: auditedIds(work.input, value) })
    return value
  }
  const answer = transaction(context.db, () => {
    const value = work.handler(context, work.input)
    return value instanceof Promise ? value : audit(value)
  })
  return answer instanceof Promise ? answer.then(value => (host.open?.db === context.db ? audit(value) : value)) : answer
}

// Recorded where a clinic is open afterwards: the file of a clinic nobody opened cannot be written to. Opening and asking for the status are not changes.
async function runOnHost({ host }: RouterParts, work: Work): Promise<unknown> {
  const before = host.person
  authorise(host, work.endpoint.access)
  const value = await work.handler(host, work.input)
  const person = host.person ?? before
  if (work.endpoint.kind === 'command' && host.open && person)
    record(host.open.db, { at: host.clock.now(), personId: person.id, action: work.channel, subject: auditedIds(work.input, undefined) })
  return value
}

function inWords(error: unknown, channel: string, host: Host): Refusal {
  const refusal = error instanceof DomainError ? error : storageRefusal(error)
  if (!refusal || refusal !== error) host.log.error(channel, error)
  if (!refusal) return { code: 'unexpected', message: 'Something went wrong. Nothing was saved.' }
  return { code: refusal.code, message: refusal.message, ...(refusal.fields ? { fields: refusal.fields } : {}) }
}

function refused(error: Refusal): Result<never> {
  return { ok: false, error }
}
