import { compareMarks } from '../../shared/body-chart/compare.ts'
import { markInWords } from '../../shared/body-chart/mark-words.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { Button } from '../ui/button.tsx'
import css from './objective-part.module.css'
import { focusField, type Writing } from './writing.ts'

/** Most findings that are said; the rest is counted. */
const MOST = 6

/** What the hands found, read off the body chart, which is where it is written; last time’s grade behind each. */
export function PalpationLine({ writing: { content, last } }: { writing: Writing }) {
  const findings = content.marks.filter(({ kind }) => kind !== 'treated')
  const before = last?.marks.filter(({ kind }) => kind !== 'treated').length ?? 0
  return (
    <div className={css.palpation}>
      <span className={css.palpationName}>Palpation</span>
      <p>
        {findings.length > 0 ? (
          sentencesOf(findings, last)
        ) : (
          <span className={css.quiet}>
            {before === 0
              ? 'Mark tone, tenderness and trigger points on the body chart.'
              : `Nothing marked yet; ${before} ${before === 1 ? 'mark' : 'marks'} last time.`}
          </span>
        )}
      </p>
      <Button kind="text" size="small" keys="alt+b" onClick={() => focusField('body-chart')}>
        Body chart
      </Button>
    </div>
  )
}

/** `Tension in the right upper trapezius, tone 2 of 4, was 3. …` */
function sentencesOf(findings: NoteContent['marks'], last: NoteContent | null): string {
  const changes = compareMarks(last?.marks ?? [], findings)
  const said = findings.slice(0, MOST).map(mark => {
    const change = changes.find(({ kind, site }) => kind === mark.kind && site === mark.site)
    const was = change?.before !== null && change?.before !== undefined && change.before !== mark.grade ? `, was ${change.before}` : ''
    const [head = '', ...remark] = markInWords(mark).split(': ')
    return `${head}${was}${remark.length > 0 ? `: ${remark.join(': ')}` : ''}.`
  })
  const more = findings.length - MOST
  return [...said, ...(more > 0 ? [`And ${more} more on the chart.`] : [])].join(' ')
}
