import { useId, useState } from 'react'
import type { MarkEdit } from '../../../shared/body-chart/mark-edits.ts'
import { type Mark, markWords, PainQuality } from '../../../shared/body-chart/marks.ts'
import { mainPlaceOf } from '../../../shared/body-chart/places.ts'
import { siteInWords } from '../../../shared/body-chart/sites.ts'
import { Button } from '../button.tsx'
import { cx } from '../cx.ts'
import { PainScale } from '../pain-scale.tsx'
import { SitesField } from '../sites-field.tsx'
import css from './mark-list.module.css'
import { canRefer } from './use-chart-pointer.ts'

const FIVE = ['none', 'slight', 'moderate', 'marked', 'severe'] as const
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
const QUALITIES = PainQuality.options.filter(quality => quality !== '')

type MarkEditorProps = { mark: Mark; previous: number | null; edit: (edit: MarkEdit) => void; onRemove: () => void }

/** What is said of one mark: its grade, how a pain feels, where it refers to, a remark. */
export function MarkEditor({ mark, previous, edit, onRemove }: MarkEditorProps) {
  const change = (part: Partial<Mark>) => edit({ kind: 'replace', mark: { ...mark, ...part } })
  const where = siteInWords(mark.site)
  const { maxGrade, gradeName } = markWords(mark.kind)
  return (
    <div className={css.editor}>
      {maxGrade === 10 ? (
        <div className={css.scale}>
          <PainScale label={`${gradeName} of the ${where}, 0 to 10`} value={mark.grade} previous={previous} onChange={grade => change({ grade })} />
        </div>
      ) : (
        <OneOf
          label={`${gradeName} of the ${where}, 0 to 4`}
          choices={FIVE.map((name, i) => ({ value: String(i), words: String(i), title: name }))}
          value={mark.grade === null ? '' : String(mark.grade)}
          onChange={value => change({ grade: value === '' ? null : Number(value) })}
        />
      )}
      {mark.kind === 'pain' && (
        <OneOf
          label={`How the pain of the ${where} feels`}
          choices={QUALITIES.map(quality => ({ value: quality, words: capital(quality), title: capital(quality) }))}
          value={mark.quality}
          onChange={value => change({ quality: PainQuality.catch('').parse(value) })}
        />
      )}
      {canRefer(mark.kind) && (
        <SitesField
          label={`Where the ${where} refers to`}
          prompt={mark.refersTo ? '' : 'Refers to …'}
          value={mark.refersTo ? [mark.refersTo.site] : []}
          onChange={sites => {
            const site = sites.at(-1)
            change({ refersTo: site ? { site, at: mainPlaceOf(site) } : null })
          }}
        />
      )}
      <div className={css.last}>
        <Remark label={`Remark on the ${where}`} value={mark.remark} onChange={remark => change({ remark })} />
        <Button kind="text" size="small" label={`Remove the mark on the ${where}`} onClick={onRemove}>
          Remove
        </Button>
      </div>
    </div>
  )
}

type OneOfProps = {
  label: string
  choices: readonly { value: string; words: string; title: string }[]
  value: string
  onChange: (value: string) => void
}

/** Several short answers that may wrap; choosing the chosen one again takes it back. */
function OneOf({ label, choices, value, onChange }: OneOfProps) {
  const name = useId()
  return (
    <fieldset className={css.oneOf}>
      <legend className={css.hidden}>{label}</legend>
      {choices.map(choice => (
        <label key={choice.value} className={cx(css.choice, value === choice.value && css.chosen)} title={choice.title}>
          <input
            type="radio"
            className={css.radio}
            name={name}
            checked={value === choice.value}
            aria-label={choice.words === choice.title ? choice.words : `${choice.words}, ${choice.title}`}
            onChange={() => onChange(choice.value)}
            onClick={() => value === choice.value && onChange('')}
          />
          {choice.words}
        </label>
      ))}
    </fieldset>
  )
}

/** Kept when one leaves it, so that each remark is one step to take back. */
function Remark({ label, value, onChange }: { label: string; value: string; onChange: (remark: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const keep = () => {
    if (typed !== null && typed !== value) onChange(typed)
    setTyped(null)
  }
  return (
    <input
      aria-label={label}
      className={css.remark}
      value={typed ?? value}
      placeholder="Remark"
      maxLength={200}
      autoComplete="off"
      onChange={event => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={event => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && keep()}
    />
  )
}
