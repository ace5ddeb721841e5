import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { VisitNotePaper } from '../../shared/documents/visit-note.ts'
import type { noteOnPaper } from '../../shared/documents/visit-note-compose.ts'
import { Instant } from '../../shared/lib/dates.ts'
import { AddendumId } from '../../shared/lib/ids.ts'
import { loadFonts } from './fonts.ts'
import type { PrintOptions } from './page.ts'
import { missingGlyphsIn, readBack } from './read-back.ts'
import { drawVisitNote } from './visit-note-pdf.ts'
import { sampleMark, sampleNote, sampleSource, sampleVisitNote } from './visit-note-samples.ts'

const options: PrintOptions = {
  paperSize: 'letter',
  createdAt: new Date('2026-11-20T15:00:00Z'),
  fonts: await loadFonts(join(import.meta.dirname, '../../resources')),
}
const print = (paper: VisitNotePaper) => drawVisitNote(paper, options)
const read = async (paper: VisitNotePaper) => readBack(await print(paper))
const of = (content: Parameters<typeof sampleNote>[0], changes: Parameters<typeof sampleNote>[1] = {}) =>
  sampleVisitNote(sampleSource({ note: sampleNote(content, changes) }))
/** Milliseconds of computing since then: unlike the clock, they do not count what else the machine does. */
const workSince = (began: NodeJS.CpuUsage) => process.cpuUsage(began).user / 1000
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('a visit note on paper', () => {
  it('says every word of the note', async () => {
    const paper = sampleVisitNote()
    const { text } = await read(paper)
    for (const fact of factsOf(paper)) expect(text).toContain(spaced(fact))
  })

  it('sets last time beside today, with the normal range of each motion', async () => {
    const { text } = await read(sampleVisitNote())
    expect(text).toContain('MOTION, L / R NOV 12 NOV 19 NORMAL Neck rotation 52° / 58° 60° / 64° 80°')
    expect(text).toContain('PAIN, 0 TO 10 NOV 12 NOV 19 Now 4 3 At best 2 2 At worst 6 5 After treatment 2 2')
    expect(text).toContain('Mean (PSFS) 6.7 7')
    expect(text).toContain('Levator scapulae 4− / 4+ 4 / 4+')
  })

  it('says of each technique where, how long, and how the tissue answered', async () => {
    const { text } = await read(sampleVisitNote())
    expect(text).toContain('97140 Manual therapy, neck 10:58 am to 11:26 am 28 min Myofascial release: upper trapezius on both sides, 16 min. Softened')
    expect(text).toContain('Trigger point work: right levator scapulae, 12 min. Referral to the temple gone')
    expect(text).toContain('Outside the prescribed regions: Left elbow and forearm: Compensatory pattern, keyboard side')
  })

  it('names the clearance it relied on, with its end and terms', async () => {
    const { text } = await read(sampleVisitNote())
    expect(text).toContain('Blood thinner: cleared by Samir Amari, MD, Oct 8, 2026 to Jan 8, 2027. Light pressure, no deep work.')
    const lapsed = await read(sampleVisitNote(sampleSource({ clearances: [] })))
    expect(lapsed.text).toContain('Blood thinner: needs clearance.')
  })

  it('takes one page for an ordinary visit, on either paper', async () => {
    const { found: _found, ...screening } = sampleNote().content.screening
    const ordinary = of({ scores: [], posture: [], specialTests: [], regionReasons: [], screening: { ...screening, found: [] } })
    for (const paperSize of ['letter', 'a4'] as const) {
      const { pages } = await readBack(await drawVisitNote(ordinary, { ...options, paperSize }))
      expect(pages).toHaveLength(1)
      expect(pages[0]).toContain('Page 1 of 1')
    }
  })

  it('takes one page for a full examination, on either paper', async () => {
    for (const paperSize of ['letter', 'a4'] as const) {
      const paper = sampleVisitNote()
      const { pages, text } = await readBack(await drawVisitNote(paper, { ...options, paperSize }))
      expect(pages).toHaveLength(1)
      for (const fact of factsOf(paper)) expect(text).toContain(spaced(fact))
    }
  })

  it('leaves out columns that no row fills', async () => {
    const { text } = await read(of({ posture: [{ finding: 'Forward head', side: '', grade: 'slight' }] }))
    expect(text).toContain('POSTURE GRADE Forward head slight')
    const sided = await read(of({ posture: [{ finding: 'Shoulder high', side: 'right', grade: '' }] }))
    expect(sided.text).toContain('POSTURE SIDE Shoulder high right')
  })

  it('sets a note that would run just over its page a little tighter, and never leaves the signature alone', async () => {
    const lines = (count: number) => ({
      scores: [],
      posture: [],
      specialTests: [],
      assessment: Array.from({ length: count }, (_, i) => `Line ${i}`).join('\n'),
    })
    const pageCounts = await Promise.all(Array.from({ length: 16 }, async (_, i) => (await read(of(lines(i)))).pages))
    const over = pageCounts.find(pages => pages.length > 1)
    expect(over?.[1]).toContain('Plan')
    expect(over?.[1]).toContain('Signed electronically')
    expect(pageCounts.filter(pages => pages.length === 1).length).toBeGreaterThan(3)
  })

  it('is tagged, titled and the same to the byte', async () => {
    const [first, second] = [await print(sampleVisitNote()), await print(sampleVisitNote())]
    expect(Buffer.compare(first, second)).toBe(0)
    const { tags, title, language, alts } = await readBack(first)
    expect([title, language]).toEqual(['Visit note VN-2026-0001, Elena M. Vasquez', 'en-US'])
    expect(tags.filter(tag => tag === 'H1')).toHaveLength(1)
    expect(tags.filter(tag => tag === 'Table')).toHaveLength(7)
    expect(alts[0]).toContain('Trigger point in the right levator scapulae')
    expect(alts[1]).toBe('Signature of Dana R. Whitlock, LMT')
    expect(missingGlyphsIn(first)).toBe(0)
    expect(first.length).toBeLessThan(90_000)
  })

  it('leaves out what is empty', async () => {
    const empty = { subjective: '', objective: '', homeCare: '', activities: [], rom: [], strength: [], posture: [], specialTests: [], marks: [], scores: [] }
    const { text, alts } = await read(of({ ...empty, painBefore: { now: null, best: null, worst: null }, painAfter: { now: null, best: null, worst: null } }))
    for (const head of ['Subjective', 'Objective', 'Home care', 'QUESTIONNAIRE', 'POSTURE']) expect(text).not.toContain(head)
    expect(text).toContain('Assessment')
    expect(alts).toEqual(['Signature of Dana R. Whitlock, LMT'])
  })

  it('says that treatment was withheld, and why', async () => {
    const screening = { ...sampleNote().content.screening, answers: { fever: 'yes' as const }, temperature: 101.2, isWithheld: true, found: [] }
    const { text } = await read(of({ screening, blocks: [], regionReasons: [] }))
    expect(text).toContain('Treatment withheld at this visit.')
    expect(text).toContain('1 of 8 questions asked. Yes to: Fever. Blood pressure 128/82. Temperature 101.2 °F.')
    expect(text).toContain('No treatment was given.')
  })
})

describe('a note that was added to or taken back', () => {
  const addenda = [
    {
      id: AddendumId.parse('00000000-0000-4000-8000-000000000077'),
      text: 'Dr. Raman was told.',
      writtenAt: at('2026-11-20T16:02:00.000Z'),
      writtenBy: 'Dana R. Whitlock, LMT',
    },
  ]
  const enteredInError = { reason: 'Wrong visit', at: at('2026-11-21T16:02:00.000Z'), by: 'Dana R. Whitlock' }

  it('prints addenda with author and time after the signature', async () => {
    const { text } = await read(of({}, { addenda }))
    expect(text).toMatch(/Content hash.*Addendum Nov 20, 2026, 9:02 am, Dana R\. Whitlock, LMT Dr\. Raman was told\./)
  })

  it('strikes through every line of a note entered in error, and says so first', async () => {
    const [struck, plain] = await Promise.all([print(of({}, { enteredInError })), print(of({}))])
    const { text, pages } = await readBack(struck)
    expect(pages[0]).toMatch(/Entered in error Wrong visit\. Marked by Dana R\. Whitlock on Nov 21, 2026, 9:02 am/)
    expect(text).toContain('Slept through five of seven nights.')
    expect(strokesIn(struck) - strokesIn(plain)).toBeGreaterThan(60)
  })
})

describe('much text and hostile text', () => {
  it('flows 8,000 letters in every part over pages, whole and in time', async () => {
    const long = Array.from({ length: 1200 }, (_, i) => `word${i}`)
      .join(' ')
      .slice(0, 7900)
    const began = process.cpuUsage()
    const { pages, text } = await read(of({ subjective: long, objective: long, assessment: long, plan: long }))
    expect(workSince(began)).toBeLessThan(6000)
    expect(pages.length).toBeGreaterThan(4)
    expect(text.match(/word950 /g)).toHaveLength(4)
    for (const [i, page] of pages.entries()) expect(page).toContain(`Page ${i + 1} of ${pages.length}`)
    expect(pages[1]).toMatch(/Subjective \(cont\.\)|Objective \(cont\.\)/)
  })

  it('prints tables of 60 rows and 200 marks, heads repeated', async () => {
    const posture = Array.from({ length: 30 }, (_, i) => ({ finding: `Finding number ${i}`, side: 'left' as const, grade: 'slight' as const }))
    const strength = Array.from({ length: 40 }, (_, i) => ({ muscle: `Muscle ${i}`, left: '4' as const, right: '5' as const, value: null }))
    const marks = Array.from({ length: 200 }, (_, i) => sampleMark(i, 'tension', 'rhomboids-left', { grade: 2, remark: `spot ${i}` }))
    const { text } = await read(of({ posture, strength, marks }))
    for (let i = 0; i < 30; i++) expect(text).toContain(`Finding number ${i} left slight`)
    for (let i = 0; i < 40; i++) expect(text).toContain(`Muscle ${i} – 4 / 5`)
    for (let i = 0; i < 200; i += 7) expect(text).toContain(`spot ${i}`)
    expect(text.match(/STRENGTH, L \/ R|POSTURE SIDE GRADE/g)?.length).toBeGreaterThan(2)
  })

  it('takes any characters without a box or a crash', async () => {
    const texts = ['W'.repeat(7900), 'שלום עולם', '李小龍 🙂🙂', '‮abc\u0000', 'a\n\n\nb', '½ ≤ ≥ − ± °', '<script>', `z${'̶̰́'.repeat(60)}`]
    for (const text of texts) {
      const began = process.cpuUsage()
      const short = text.slice(0, 60).replace(/\n/g, ' ')
      const content = {
        subjective: text,
        plan: text,
        activities: [{ name: short, score: 3 }],
        posture: [{ finding: short, side: 'left' as const, grade: '' as const }],
      }
      const pdf = await print(of(content))
      expect(missingGlyphsIn(pdf)).toBe(0)
      expect(workSince(began)).toBeLessThan(2500)
    }
  })
})

function at(text: string) {
  return Instant.parse(text)
}

/** How many lines are stroked on all pages. */
function strokesIn(pdf: Uint8Array): number {
  const file = Buffer.from(pdf)
  let count = 0
  for (let from = file.indexOf('stream\n'); from >= 0; from = file.indexOf('stream\n', file.indexOf('endstream', from) + 10)) {
    const content = unpacked(file.subarray(from + 7, file.indexOf('\nendstream', from)))
    if (content.includes(' Tf')) count += content.match(/ l\nS/g)?.length ?? 0
  }
  return count
}

function unpacked(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1')
  } catch {
    return ''
  }
}

function factsOf({ number, patient, letterhead, note }: VisitNotePaper): string[] {
  return [
    [
      number,
      patient.name,
      letterhead.name,
      note.summary,
      note.signature.name,
      `Signed electronically on ${note.signature.at}.`,
      'Content hash 3f2a 91bc 77d0 12ab',
    ],
    note.facts.flatMap(({ name, value, rows }) => [`${name} ${value}`, ...rows.map(row => `${row.label.toUpperCase()} ${row.value}`)]),
    note.sections.flatMap(({ head, blocks }) => [head, ...blocks.flatMap(wordsOf)]),
  ].flat()
}

function wordsOf(block: ReturnType<typeof noteOnPaper>['sections'][number]['blocks'][number]): string[] {
  if (block.kind === 'prose') return block.text.split('\n')
  if (block.kind === 'chart') return block.words.map((words, i) => `${i + 1} ${words}`)
  if (block.kind === 'treatment') return [`${block.code} ${block.service}, ${block.regions} ${block.time} ${block.minutes} min`, ...block.details]
  return [block.heads.join(' ').toUpperCase(), ...block.rows.map(row => row.join(' '))]
}
