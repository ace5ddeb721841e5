import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LetterKind, type ProgressLetter } from '../../shared/documents/progress-letter.ts'
import { localDate } from '../../shared/lib/dates.ts'
import { loadFonts } from './fonts.ts'
import type { PrintOptions } from './page.ts'
import { drawProgressLetter } from './progress-letter-pdf.ts'
import { fullLetter, sampleLetter, sampleMeasures } from './progress-letter-samples.ts'
import { missingGlyphsIn, readBack } from './read-back.ts'

const options: PrintOptions = {
  paperSize: 'letter',
  createdAt: new Date('2026-11-05T15:00:00Z'),
  fonts: await loadFonts(join(import.meta.dirname, '../../resources')),
}
const print = (letter: ProgressLetter) => drawProgressLetter(letter, options)

describe('a progress letter on paper', () => {
  it('says all it is given, on one page', async () => {
    const letter = sampleLetter()
    const { pages, text } = await readBack(await print(letter))
    expect(pages).toHaveLength(1)
    for (const fact of factsOf(letter)) expect(text).toContain(fact)
  })

  it('reads the chart aloud and keeps headings, table and figure apart', async () => {
    const { tags, alts, title, language } = await readBack(await print(sampleLetter()))
    expect([title, language]).toEqual(['Progress letter, Elena M. Vasquez', 'en-US'])
    expect(alts).toEqual([
      'Pain now, 0 to 10: 7 on Sep 29, 6 on Oct 6, 6 on Oct 13, 5 on Oct 20, 4 on Oct 27, 3 on Nov 3. Goal 2. A change matters below 5 or above 9.',
    ])
    expect(tags.filter(tag => tag === 'H1')).toHaveLength(1)
    expect(tags.filter(tag => tag === 'TR')).toHaveLength(1 + sampleMeasures.length)
    expect(tags.indexOf('Table')).toBeLessThan(tags.indexOf('Figure'))
  })

  it('is the same to the byte, small and without missing glyphs', async () => {
    const [first, second] = [await print(sampleLetter()), await print(sampleLetter())]
    expect(Buffer.compare(first, second)).toBe(0)
    expect(first.length).toBeLessThan(60_000)
    expect(missingGlyphsIn(first)).toBe(0)
  })

  it('says that it is not signed yet', async () => {
    const { text } = await readBack(await print(sampleLetter({ signed: { ...sampleLetter().signed, on: null } })))
    expect(text).toContain('Not signed yet.')
    expect(text).not.toContain('Signed electronically')
  })
})

describe('kinds of letter', () => {
  it('an initial letter has a baseline only', async () => {
    const { text, alts } = await readBack(await print(sampleLetter({ kind: 'initial', currentOn: null, painTrend: null })))
    expect(text).toContain('Initial letter')
    expect(text).toContain('MEASURE SEP 29 COMPARE')
    expect(text).not.toContain('NOV 3')
    expect(alts).toEqual([])
  })

  it('a discharge letter asks for nothing', async () => {
    const reply = { faxTo: '', regions: 'Neck', procedures: '97140', necessary: null, otherwise: 'Noted, nothing further needed' }
    const { text } = await readBack(await print(sampleLetter({ kind: 'discharge', reply })))
    expect(text).toContain('Noted, nothing further needed')
    expect(text).toContain('Tick, sign, return')
    expect(text).not.toContain('Medically necessary')
  })

  it('a letter may come without a reply, measures or goals', async () => {
    const { text, pages } = await readBack(await print(sampleLetter({ kind: 'refer-back', reply: null, measures: [], goals: [] })))
    expect(pages).toHaveLength(1)
    expect(text).toContain('Referral back')
    expect(text).not.toContain('Physician’s reply')
  })
})

const unchanged = {
  measure: 'Elbow flexion, L / R',
  baseline: '140° / 140°',
  current: '140° / 140°',
  change: '0° / 0°',
  meaningful: 'none',
  note: 'Normal 140°',
} as const

describe('a letter about a full course', () => {
  it.each(LetterKind.options)('%s: one page, with what matters first, the trend and the body chart', async kind => {
    const letter = fullLetter(kind)
    const { pages, text, alts, tags } = await readBack(await print(letter))
    expect(pages).toHaveLength(1)
    const facts = [letter.answer, letter.screening, letter.treatment, `${letter.request.lead}${letter.request.rest}`, letter.signed.credentials]
    for (const fact of facts) expect(text).toContain(fact)
    for (const { status, text: goal } of letter.goals.filter(each => each.status !== 'met')) expect(text, status).toContain(goal)
    for (const named of ['Pain now', 'Pain at worst', 'Function (PSFS)', 'Neck disability', 'Neck rotation']) expect(text).toContain(named)
    expect(text.includes('Physician’s reply')).toBe(kind !== 'discharge')
    expect(alts.filter(alt => alt.startsWith('Pain now'))).toHaveLength(kind === 'initial' ? 0 : 1)
    expect(tags.filter(tag => tag === 'H1')).toHaveLength(1)
    if (kind !== 'refer-back') expect(alts.at(-1)).toContain('Body chart. Sep 29: Pain in the left neck extensors, 7 of 10')
  })

  it('reads answer, table, trend, goals, body chart, screening, treatment, request, signature and reply in this order', async () => {
    const { text } = await readBack(await print(fullLetter('progress')))
    const parts = [
      'Neck pain is down',
      'MEASURE',
      'PAIN NOW, 0 TO 10',
      'Goals',
      'BODY CHART',
      'Screening',
      'Treatment',
      'Request',
      'Signed',
      'Physician’s reply',
    ]
    const places = parts.map(part => text.indexOf(part))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('gives up what did not change before anything else, and says how much it is', async () => {
    const { text } = await readBack(await print({ ...fullLetter('progress'), treatment: 'Massage.', screening: '', goals: [], reply: null }))
    expect(text).toContain('Middle trapezius')
    const full = await readBack(await print(fullLetter('progress')))
    expect(full.text).not.toMatch(/Middle trapezius|Deep neck flexors/)
    expect(full.text).toMatch(/\d more measures on file, sent on request\./)
    const kept = fullLetter('progress').measures.filter(({ measure }) => !/best|bend|flexion|extension|trapezius|flexors|Tone/.test(measure))
    const resting = Array.from({ length: 20 }, (_, i) => ({ ...unchanged, measure: `Motion ${i}` }))
    const { text: said } = await readBack(await print({ ...fullLetter('progress'), measures: [...kept, ...resting] }))
    expect(said).toContain('20 more measures on file, unchanged.')
  })

  it('sets no measure in two lines', async () => {
    for (const paperSize of ['letter', 'a4'] as const) {
      const { text } = await readBack(await drawProgressLetter({ ...fullLetter('discharge'), bodyChart: null }, { ...options, paperSize }))
      for (const { measure, baseline, current } of fullLetter('discharge').measures)
        expect(text).toContain([measure, baseline, current].filter(words => words !== '').join(' '))
    }
  })
})

describe('a letter longer than a page', () => {
  it('first leaves out measures that did not change', async () => {
    const { pages, text } = await readBack(await print(sampleLetter({ measures: [...sampleMeasures, unchanged, unchanged, unchanged, unchanged, unchanged] })))
    expect(pages).toHaveLength(1)
    expect(text).not.toContain('Elbow')
    expect(text).toContain('Sleep through the night')
  })

  it('then leaves out goals already met', async () => {
    const met = Array.from({ length: 8 }, (_, i) => ({ status: 'met', text: `Reached goal ${i}` }) as const)
    const { pages, text } = await readBack(await print(sampleLetter({ goals: [...sampleLetter().goals, ...met] })))
    expect(pages).toHaveLength(1)
    expect(text).not.toContain('Reached goal')
    expect(text).toContain('Work at a desk')
  })

  it('then goes on with request and reply on page 2, and leaves nothing out', async () => {
    const { treatment } = sampleLetter()
    const { pages } = await readBack(await print(sampleLetter({ measures: [...sampleMeasures, unchanged], treatment: `${treatment} `.repeat(9) })))
    expect(pages).toHaveLength(2)
    expect(pages[0]).toContain('Elbow flexion')
    expect(pages[0]).toContain('Page 1 of 2')
    expect(pages[0]).toContain('Treatment')
    expect(pages[0]).not.toContain('Request')
    expect(pages[1]).toMatch(/RE Elena M. Vasquez.*Request.*Signed.*Physician’s reply.*Page 2 of 2/)
  })

  it('then keeps the leading measures and those that got worse, and says how many more there are', async () => {
    const moved = Array.from({ length: 20 }, (_, i) => ({ ...unchanged, measure: `Motion ${i}`, change: i === 19 ? '−5°' : '+5°' }))
    const { pages, text } = await readBack(await print(sampleLetter({ measures: [...sampleMeasures.slice(0, 4), ...moved] })))
    expect(pages).toHaveLength(1)
    for (const kept of ['Pain now, 0 to 10', 'Motion 0', 'Motion 19', '14 more measures on file, sent on request.']) expect(text).toContain(kept)
    expect(text).not.toContain('Motion 12')
  })

  it('sets request and reply below the treatment where both fit on its page', async () => {
    const measures = Array.from({ length: 30 }, (_, i) => ({ ...unchanged, measure: `Measure ${i}`, change: '−1°' }))
    const { pages } = await readBack(await print(sampleLetter({ measures })))
    expect(pages).toHaveLength(2)
    expect(pages[1]).toMatch(/Treatment.*Request.*Signed.*Physician’s reply/)
  })

  it('leaves the body chart out before it fills a second page, unless it is asked for', async () => {
    const on = localDate('2026-09-29')
    const bodyChart = {
      before: { on, marks: [] },
      now: null,
      words: 'Tone of the neck.',
      says: ['Neck flexor strength, 0 to 5'],
      place: 'where-it-fits' as const,
    }
    const short = sampleLetter({ bodyChart, treatment: 'Massage.', goals: [] })
    const fitting = await readBack(await print(short))
    expect(fitting.text).toContain('Tone of the neck.')
    expect(fitting.text).not.toContain('Neck flexor strength')
    const left = await readBack(await print({ ...short, treatment: sampleLetter().treatment.repeat(4), goals: sampleLetter().goals }))
    expect(left.pages).toHaveLength(1)
    expect(left.text).not.toContain('Tone of the neck.')
    expect(left.text).toMatch(/more measures? on file, sent on request/)
    const asked = await readBack(
      await print({ ...short, treatment: sampleLetter().treatment.repeat(4), goals: sampleLetter().goals, bodyChart: { ...bodyChart, place: 'always' } }),
    )
    expect(asked.text).toContain('Tone of the neck.')
  })

  it('prints 40 measures and the longest treatment whole', async () => {
    const measures = Array.from({ length: 40 }, (_, i) => ({ ...unchanged, measure: `Measure number ${i} with a name that needs two lines` }))
    const treatment = Array.from({ length: 1200 }, (_, i) => `word${i}`).join(' ')
    const { text, pages } = await readBack(await print(sampleLetter({ measures, treatment })))
    expect(pages.length).toBeGreaterThan(3)
    for (let i = 0; i < 40; i++) expect(text).toContain(`Measure number ${i} with`)
    for (let i = 0; i < 1200; i += 50) expect(text).toContain(`word${i} `)
  })
})

describe('the pain chart', () => {
  it('shows a single visit, and 200 of them', async () => {
    const one = [{ on: localDate('2026-09-29'), value: 10 }]
    const many = Array.from({ length: 200 }, (_, i) => ({
      on: localDate(`2026-0${1 + Math.floor(i / 28)}-${String((i % 28) + 1).padStart(2, '0')}`),
      value: i % 11,
    }))
    for (const points of [one, many]) {
      const { alts } = await readBack(await print(sampleLetter({ painTrend: { title: 'Pain now, 0 to 10', points, goal: null, band: null } })))
      expect(alts[0]).toContain(`${points[0]?.value} on`)
    }
  })
})

function factsOf(letter: ProgressLetter): string[] {
  const { re, to, request, signed, reply } = letter
  return [
    [letter.letterhead.name, ...letter.letterhead.lines, 'DATE Nov 5, 2026', letter.visits, `FAX TO ${letter.faxTo}`],
    [`TO ${to.name}`, ...to.addressLines, `Re ${re.name}`, 'DOB Mar 14, 1984', re.injured, re.claimNumber, `RX ${re.prescription}`],
    [`DX ${re.diagnosisCodes.join(', ')}`, letter.greeting, letter.answer, 'MEASURE SEP 29 NOV 3 CHANGE MEANINGFUL?'],
    letter.measures.map(({ measure, baseline, current, change, note }) => `${measure} ${baseline} ${current} ${change} ${note}`),
    letter.goals.map(({ text }) => text),
    ['Met Sleep', 'Partly met Look', 'In progress Work', letter.treatment, `${request.lead}${request.rest}`],
    [`${signed.name} ${signed.credentials} Signed electronically on Nov 5, 2026.`, `Tick, sign, fax to ${reply?.faxTo}`],
    [`${reply?.regions}; ${reply?.procedures}.`, `Medically necessary: ${reply?.necessary}`, `${to.name}, NPI ${to.npi}`],
    'Elena M. Vasquez, born Mar 14, 1984. Dx S13.4XXD, S16.1XXD, M62.838.',
  ].flat()
}
