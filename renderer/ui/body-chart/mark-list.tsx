import type { MarkEdit } from '../../../shared/body-chart/mark-edits.ts'
import { type Mark, markWords } from '../../../shared/body-chart/marks.ts'
import type { Region } from '../../../shared/body-chart/regions.ts'
import { namedSite, regionsOfSite, sideOfSite, siteInWords, siteLabel } from '../../../shared/body-chart/sites.ts'
import { cx } from '../cx.ts'
import { MarkEditor } from './mark-editor.tsx'
import css from './mark-list.module.css'
import { MarkSymbol } from './mark-symbol.tsx'

type MarkListProps = {
  marks: readonly Mark[]
  /** The marks of the last visit, for “was 3”. */
  last: readonly Mark[]
  /** Regions of the prescription; none limits nothing. */
  allowed: readonly Region[]
  /** Without these the list only shows. */
  editing?: { selected: string | undefined; onSelect: (id: string | undefined) => void; edit: (edit: MarkEdit) => void } | undefined
}

/** Every mark of the chart by its number, and all there is to say of it: the equal way to the drawing. */
export function MarkList({ marks, last, allowed, editing }: MarkListProps) {
  if (marks.length === 0) return null
  return (
    <ul className={css.list} aria-label="Marks on the chart">
      {marks.map((mark, i) => (
        <MarkRow key={mark.id} mark={mark} number={i + 1} before={lastGrade(mark, last)} isOutside={isOutside(mark, allowed)} editing={editing} />
      ))}
    </ul>
  )
}

const isOutside = ({ site, kind }: Mark, allowed: readonly Region[]) =>
  kind !== 'treated' && allowed.length > 0 && !regionsOfSite(site).some(region => allowed.includes(region))

const lastGrade = ({ kind, site }: Mark, last: readonly Mark[]) => {
  const grades = last.flatMap(mark => (mark.kind === kind && mark.site === site && mark.grade !== null ? [mark.grade] : []))
  return grades.length > 0 ? Math.max(...grades) : null
}

type MarkRowProps = { mark: Mark; number: number; before: number | null; isOutside: boolean; editing: MarkListProps['editing'] }

function MarkRow({ mark, number, before, isOutside: outside, editing }: MarkRowProps) {
  const isOpen = editing?.selected === mark.id
  const words = (
    <>
      <MarkSymbol kind={mark.kind} text={String(number)} />
      <span className={css.name}>
        <span className={cx(outside && css.amber)}>{siteLabel(mark.site)}</span>
        {outside && <span className={css.detail}>Not on the prescription</span>}
        {mark.remark && !isOpen && <span className={css.detail}>{mark.remark}</span>}
      </span>
      <span className={css.summary}>{summaryOf(mark, before)}</span>
    </>
  )
  if (!editing) {
    return (
      <li className={css.item}>
        <div className={css.row}>{words}</div>
      </li>
    )
  }
  const remove = () => {
    editing.edit({ kind: 'remove', id: mark.id })
    editing.onSelect(undefined)
  }
  return (
    <li className={css.item}>
      <button
        type="button"
        className={cx(css.row, css.button, isOpen && css.open)}
        aria-expanded={isOpen}
        onClick={() => editing.onSelect(isOpen ? undefined : mark.id)}
        onKeyDown={event => {
          if (event.key !== 'Delete') return
          event.preventDefault()
          remove()
        }}
      >
        {words}
      </button>
      {isOpen && <MarkEditor mark={mark} previous={before} edit={editing.edit} onRemove={remove} />}
    </li>
  )
}

/** `5 of 10, was 6`, `tone 2, was 3`, `refers to temporalis`: what is said of a mark in few words. */
function summaryOf({ kind, grade, quality, refersTo, site }: Mark, before: number | null): string {
  const { maxGrade, gradeName } = markWords(kind)
  const graded = maxGrade === 10 ? `${grade} of 10` : `${gradeName.toLowerCase()} ${grade}`
  const target = refersTo && (sideOfSite(refersTo.site) === sideOfSite(site) ? namedSite(refersTo.site).name : siteInWords(refersTo.site))
  return [grade !== null && graded, before !== null && before !== grade && `was ${before}`, quality, target && `refers to ${target}`].filter(Boolean).join(', ')
}
