import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { CONTRAINDICATIONS, type ContraindicationFamily } from '../../shared/health/families.ts'
import type { FoundItem } from '../../shared/health/find-items.ts'
import { answered } from '../../shared/health/standing.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { ItemField } from '../ui/item-field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { TextArea } from '../ui/text-field.tsx'
import css from './screening-questions.module.css'
import type { Writing } from './writing.ts'

const ANSWERS = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
] as const
type Answer = (typeof ANSWERS)[number]['value']

const KEYS: Readonly<Record<string, Answer>> = { y: 'yes', n: 'no' }

/** The eight questions one by one, Y or N for each; then anything finer by typing, and what the patient said. */
export function ScreeningQuestions({ writing, onAdd }: { writing: Writing; onAdd: (found: FoundItem) => void }) {
  const { content, session, change, refusalOf } = writing
  const { screening } = content
  const list = useRef<HTMLOListElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const write = (part: Partial<NoteContent['screening']>) => change(was => ({ ...was, screening: { ...was.screening, ...part } }))
  const answer = (family: ContraindicationFamily, given: Answer) =>
    change(was => ({ ...was, screening: { ...was.screening, ...answered(was.screening, { family, answer: given }, session.health?.history ?? null) } }))
  const goTo = (index: number) => {
    const row = list.current?.children[index]
    const radio = row?.querySelector<HTMLElement>('input:checked') ?? row?.querySelector<HTMLElement>('input')
    if (index < CONTRAINDICATIONS.length && radio) radio.focus()
    else search.current?.focus()
  }
  const first = CONTRAINDICATIONS.findIndex(({ family }) => screening.answers[family] === undefined)
  const start = useRef(() => goTo(Math.max(0, first)))
  useEffect(() => start.current(), [])
  const byLetter = (event: KeyboardEvent, index: number, family: ContraindicationFamily) => {
    const given = event.altKey || event.ctrlKey || event.metaKey ? undefined : KEYS[event.key.toLowerCase()]
    if (!given) return
    event.preventDefault()
    answer(family, given)
    goTo(index + 1)
  }
  return (
    <ol className={css.questions} ref={list}>
      {CONTRAINDICATIONS.map(({ family, name, question }, index) => (
        <li key={family} className={css.question} onKeyDown={event => byLetter(event, index, family)}>
          <p>{question}</p>
          <Segmented label={name} size="small" value={screening.answers[family] ?? null} choices={ANSWERS} onChange={given => answer(family, given)} />
        </li>
      ))}
      <li className={css.finer}>
        <ItemField
          ref={search}
          label="Anything else found"
          required={false}
          placeholder="Condition or medicine: apixaban, port …"
          value={typed}
          onChange={setTyped}
          onChoose={found => {
            setTyped('')
            onAdd(found)
          }}
          mustChoose
        />
        <TextArea
          label="What the patient said"
          required={false}
          value={screening.remark}
          error={refusalOf('screening.remark')}
          onChange={remark => write({ remark })}
        />
      </li>
    </ol>
  )
}
