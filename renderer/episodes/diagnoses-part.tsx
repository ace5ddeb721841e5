import { diagnosesValidOn } from '../../shared/episodes/diagnosis-rules.ts'
import type { Diagnosis, Episode } from '../../shared/episodes/schema.ts'
import { useCommand } from '../lib/api.ts'
import { ActionMenu } from '../ui/action-menu.tsx'
import { Button } from '../ui/button.tsx'
import { todayHere } from '../ui/clock.ts'
import { Problem } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { DateText } from '../ui/words.tsx'
import css from './episode.module.css'
import type { Open } from './open-part.ts'

const letterAt = (index: number) => String.fromCharCode(65 + index)

/** The diagnoses in the order services point to them, each with its maker: they are never the therapist’s own. */
export function DiagnosesPart({ episode, onOpen }: { episode: Episode; onOpen: (open: Open) => void }) {
  const save = useCommand('episodes.saveDiagnoses')
  const standing = diagnosesValidOn(episode.diagnoses, todayHere())
  const other = episode.diagnoses.filter(one => !standing.includes(one))
  const send = (diagnoses: readonly Diagnosis[]) => save.mutate({ episodeId: episode.id, diagnoses: [...diagnoses] })
  const remove = (diagnosis: Diagnosis) => {
    const before = episode.diagnoses
    save.mutate(
      { episodeId: episode.id, diagnoses: before.filter(one => one.id !== diagnosis.id) },
      {
        onSuccess: () =>
          offerUndo(`${diagnosis.code} was taken off.`, () =>
            save.mutate({ episodeId: episode.id, diagnoses: before.map(one => (one.id === diagnosis.id ? { ...one, id: null } : one)) }),
          ),
      },
    )
  }
  const move = (diagnosis: Diagnosis, by: 1 | -1) => {
    const at = standing.indexOf(diagnosis)
    const order = standing.toSpliced(at, 1).toSpliced(at + by, 0, diagnosis)
    send([...order, ...other])
  }
  const row = (diagnosis: Diagnosis, letter: string, moves: { canRise: boolean; canSink: boolean }) => (
    <DiagnosisRow
      key={diagnosis.id}
      diagnosis={diagnosis}
      letter={letter}
      onOpen={() => onOpen({ part: 'diagnosis', diagnosis })}
      actions={[
        { words: 'Point to it earlier', disabled: !moves.canRise, run: () => move(diagnosis, -1) },
        { words: 'Point to it later', disabled: !moves.canSink, run: () => move(diagnosis, 1) },
        { words: 'Take off', run: () => remove(diagnosis) },
      ]}
    />
  )
  const add = (
    <Button size="small" icon="plus" name="diagnoses" label="Add diagnosis" onClick={() => onOpen({ part: 'diagnosis', diagnosis: null })}>
      Add
    </Button>
  )
  return (
    <Section title="Diagnoses" actions={add}>
      <Problem error={save.error} />
      {episode.diagnoses.length === 0 && (
        <Problem
          tone="care"
          error={{
            message: 'No diagnosis on file. Visits can be treated and charged; a superbill cannot be issued, since insurers refuse one without a diagnosis.',
          }}
        />
      )}
      <ol>{standing.map((diagnosis, index) => row(diagnosis, letterAt(index), { canRise: index > 0, canSink: index < standing.length - 1 }))}</ol>
      {other.length > 0 && (
        <details className={css.fold}>
          <summary>
            {other.length === 1 ? '1 diagnosis' : `${other.length} diagnoses`} not valid today: {other.map(one => one.code).join(', ')}
          </summary>
          <ol>{other.map(diagnosis => row(diagnosis, '', { canRise: false, canSink: false }))}</ol>
        </details>
      )}
    </Section>
  )
}

type DiagnosisRowProps = { diagnosis: Diagnosis; letter: string; onOpen: () => void; actions: Parameters<typeof ActionMenu>[0]['actions'] }

function DiagnosisRow({ diagnosis, letter, onOpen, actions }: DiagnosisRowProps) {
  const { code, label, diagnosedBy, diagnosedOn, validFrom, validTo } = diagnosis
  return (
    <li className={css.diagnosis}>
      <b className={css.letter}>{letter}</b>
      <button type="button" className={css.open} onClick={onOpen}>
        <span>
          <b>{code}</b> {label}
        </span>
        <span className={css.second}>
          {diagnosedBy}, <DateText day={diagnosedOn} form="short" />
          {' · valid '}
          {validTo ? (
            <>
              <DateText day={validFrom} form="short" /> to <DateText day={validTo} form="short" />
            </>
          ) : (
            <>
              from <DateText day={validFrom} form="short" />
            </>
          )}
        </span>
      </button>
      <ActionMenu label={`More for ${code}`} actions={actions} />
    </li>
  )
}
