import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LetterRow } from '../../shared/documents/schema.ts'
import { ask } from '../lib/api.ts'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Screen } from '../ui/screen.tsx'
import { Segmented } from '../ui/segmented.tsx'
import css from './letters.module.css'
import { LettersTable } from './letters-table.tsx'

type State = LetterRow['state']

const NOTHING: Readonly<Record<State, { title: string; words: string }>> = {
  due: { title: 'No letter is due.', words: 'A letter is due when a prescription is nearly used, has run out, or it is long since the physician heard.' },
  draft: { title: 'No drafts.', words: 'A letter begun and not signed waits here. It saves itself.' },
  signed: { title: 'No letter is signed yet.', words: 'Signed letters stay here as they were sent.' },
}

/** Letters to physicians: which are due, which wait for a signature, which were sent. */
export function LettersScreen() {
  const letters = useQuery(ask('documents.listLetters', { patientId: null }))
  const [chosen, setChosen] = useState<State | null>(null)
  const of = (state: State) => letters.data?.filter(letter => letter.state === state) ?? []
  const fullest = (['due', 'draft', 'signed'] as const).find(state => of(state).length > 0) ?? 'due'
  const shown = chosen ?? fullest
  const rows = of(shown)
  const count = (words: string, state: State) => ({ value: state, label: `${words} ${of(state).length}` })
  return (
    <Screen title="Letters" ground="surface" note="To the physicians who refer, filled from the signed notes.">
      <Column label="Letters" ground="surface" className={css.list}>
        <Problem error={letters.error} />
        {letters.isPending && <Waiting />}
        {letters.data && (
          <>
            <div className={css.filters}>
              <Segmented label="Show" value={shown} onChange={setChosen} choices={[count('Due', 'due'), count('Drafts', 'draft'), count('Signed', 'signed')]} />
            </div>
            {rows.length === 0 ? (
              <Empty title={NOTHING[shown].title} icon="letter">
                {NOTHING[shown].words}
              </Empty>
            ) : (
              <LettersTable rows={rows} />
            )}
          </>
        )}
      </Column>
    </Screen>
  )
}
