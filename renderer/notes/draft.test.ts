import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { emptyContent } from '../../shared/notes/new-content.ts'
import { Note } from '../../shared/notes/schema.ts'
import { RequestError } from '../lib/api.ts'
import { createDraft } from './draft.ts'

const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`
const note = (revision = 1, plan = '') =>
  Note.parse({
    id: id(1),
    appointmentId: id(2),
    patientId: id(3),
    episodeId: null,
    practitionerId: id(4),
    serviceOn: '2026-11-19',
    content: { ...emptyContent(), plan },
    revision,
    savedAt: '2026-11-19T16:52:00.000Z',
    signature: null,
    addenda: [],
    enteredInError: null,
  })
const savedAt = note().savedAt

/** Records that keep what they are sent, and may be told to refuse. */
function records() {
  const sent: string[] = []
  let refusal: RequestError | undefined
  let answer: Promise<void> = Promise.resolve()
  return {
    sent,
    refuse: (code: 'conflict' | 'storage' | undefined) => {
      refusal = code && new RequestError({ code, message: 'No.' })
    },
    holdUntil: (promise: Promise<void>) => {
      answer = promise
    },
    save: async ({ revision, content }: { revision: number; content: { plan: string } }) => {
      sent.push(`${revision}: ${content.plan}`)
      await answer
      if (refusal) throw refusal
      return { revision: revision + 1, savedAt }
    },
  }
}
const write = (plan: string) => (content: ReturnType<typeof emptyContent>) => ({ ...content, plan })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('saves by itself within a second, though one never stops typing', async () => {
  const kept = records()
  const draft = createDraft(note(), kept.save)
  for (const plan of ['W', 'We', 'Wee', 'Week', 'Weekl', 'Weekly']) {
    draft.change(write(plan))
    await vi.advanceTimersByTimeAsync(200)
  }
  expect(kept.sent.length).toBeGreaterThan(1)
  await vi.advanceTimersByTimeAsync(1000)
  expect(kept.sent.at(-1)).toMatch(/: Weekly$/)
  expect(draft.read().phase).toBe('saved')
})

it('has every word on its way within a second of its keystroke, and in long typing at least every 3 seconds, however slow the records are', async () => {
  const gap = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 50, max: 300 }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 1500 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(gap, { minLength: 1, maxLength: 60 }), fc.integer({ min: 0, max: 500 }), async (gaps, takesMs) => {
      const sent: { words: number; at: number }[] = []
      let clock = 0
      const save = async ({ revision, content }: { revision: number; content: { plan: string } }) => {
        sent.push({ words: content.plan.length, at: clock })
        await new Promise(resolve => setTimeout(resolve, takesMs))
        return { revision: revision + 1, savedAt }
      }
      const draft = createDraft(note(), save)
      const wait = async (ms: number) => {
        for (let passed = 0; passed < ms; passed += 50) {
          await vi.advanceTimersByTimeAsync(50)
          clock += 50
        }
      }
      const typed: number[] = []
      for (const ms of gaps) {
        await wait(ms)
        typed.push(clock)
        draft.change(write('x'.repeat(typed.length)))
      }
      await wait(1600)
      for (const [place, at] of typed.entries())
        expect((sent.find(({ words }) => words > place)?.at ?? Number.POSITIVE_INFINITY) - at).toBeLessThanOrEqual(1000)
      const end = typed.at(-1) ?? 0
      const times = sent.filter(({ at }) => at <= end).map(({ at }) => at)
      for (const [place, at] of times.entries())
        if (typed.some(one => one > at && one <= at + 1500)) expect((times[place + 1] ?? end) - at).toBeLessThanOrEqual(3000)
      expect(draft.read().phase).toBe('saved')
    }),
    { numRuns: 40 },
  )
})

it('saves at once when the field is left, and what was typed meanwhile after it', async () => {
  const kept = records()
  const { promise, resolve } = Promise.withResolvers<void>()
  kept.holdUntil(promise)
  const draft = createDraft(note(), kept.save)
  draft.change(write('Weekly'))
  const flushed = draft.flush()
  draft.change(write('Weekly to visit 6'))
  expect(kept.sent).toEqual(['1: Weekly'])
  resolve()
  expect(await flushed).toBe(true)
  expect(kept.sent).toEqual(['1: Weekly', '2: Weekly to visit 6'])
  expect(draft.read()).toMatchObject({ phase: 'saved', revision: 3 })
})

it('keeps the words when the records refuse them, and saves them with the next try', async () => {
  const kept = records()
  kept.refuse('storage')
  const draft = createDraft(note(), kept.save)
  draft.change(write('Weekly'))
  expect(await draft.flush()).toBe(false)
  expect(draft.read()).toMatchObject({ phase: 'refused', content: { plan: 'Weekly' } })
  kept.refuse(undefined)
  expect(await draft.flush()).toBe(true)
  expect(kept.sent).toEqual(['1: Weekly', '1: Weekly'])
})

it('stops at a conflict until one chooses, losing neither version', async () => {
  const kept = records()
  kept.refuse('conflict')
  const draft = createDraft(note(), kept.save)
  draft.change(write('Mine'))
  expect(await draft.flush()).toBe(false)
  draft.change(write('Mine, longer'))
  expect(await draft.flush()).toBe(false)
  expect(kept.sent).toHaveLength(1)
  kept.refuse(undefined)
  draft.settle('mine', note(7, 'Theirs'))
  expect(await draft.flush()).toBe(true)
  expect(kept.sent.at(-1)).toBe('7: Mine, longer')
})

it('takes the other version when asked to, or when nothing waits here', async () => {
  const kept = records()
  kept.refuse('conflict')
  const draft = createDraft(note(), kept.save)
  draft.change(write('Mine'))
  await draft.flush()
  draft.meet(note(6, 'Theirs'))
  expect(draft.read().content.plan).toBe('Mine')
  draft.settle('theirs', note(7, 'Theirs'))
  expect(draft.read()).toMatchObject({ phase: 'saved', revision: 7, content: { plan: 'Theirs' } })
  draft.meet(note(8, 'Newer'))
  expect(draft.read().content.plan).toBe('Newer')
})
