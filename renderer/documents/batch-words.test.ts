import { describe, expect, it } from 'vitest'
import type { BatchResult } from '../../shared/documents/batch.ts'
import { localDate } from '../../shared/lib/dates.ts'
import { JobId } from '../../shared/lib/ids.ts'
import { cents } from '../../shared/lib/money.ts'
import { resultInWords } from './batch-words.ts'

const RESULT: BatchResult = {
  jobId: JobId.parse('0191e1a0-0000-7000-8000-000000000001'),
  state: 'done',
  from: localDate('2026-11-01'),
  to: localDate('2026-11-30'),
  as: 'one',
  problem: '',
  place: '',
  newCount: 6,
  newTotal: cents(121_500),
  newPaid: cents(108_000),
  againCount: 0,
  skippedCount: 0,
  papers: [],
  skipped: [],
}

describe('what became of a batch', () => {
  it.each<[Partial<BatchResult>, string]>([
    [{}, '6 superbills issued, $1,215.00 charged, $1,080.00 paid.'],
    [{ againCount: 2, skippedCount: 1 }, '6 superbills issued, $1,215.00 charged, $1,080.00 paid, 2 printed again, 1 left out.'],
    [{ newCount: 0, againCount: 2 }, '2 superbills printed again.'],
    [{ newCount: 0, skippedCount: 3 }, 'Nothing was printed, 3 left out.'],
    [{ state: 'cancelled', newCount: 0 }, 'Cancelled before anything was issued. No file was written.'],
  ])('%o', (given, words) => expect(resultInWords({ ...RESULT, ...given })).toBe(words))
})
