import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { PatientId } from '../../shared/lib/ids.ts'
import { chosen, differences, type From } from '../../shared/patients/merge-choices.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { MergePreview } from '../../shared/patients/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Column, Columns, Screen, Section } from '../ui/screen.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { ChooseDuplicate } from './choose-duplicate.tsx'
import { MergeTable } from './merge-table.tsx'
import css from './sheet.module.css'

const route = getRouteApi('/patients/merge')

/** Two charts of one person: found, laid side by side with a choice where they differ, and made one. */
export function MergeScreen() {
  const { keep, other } = route.useSearch()
  if (!keep) return <Problem error={{ message: 'Open “Possible duplicates” from a chart.' }} />
  return other ? <SideBySide key={`${keep} ${other}`} keepId={keep} otherId={other} /> : <ChooseDuplicate patientId={keep} />
}

type Pair = { keepId: PatientId; otherId: PatientId }

function SideBySide(pair: Pair) {
  const preview = useQuery(ask('patients.previewMerge', pair))
  const back = (
    <ButtonLink to="/patients/merge" search={{ keep: pair.keepId }}>
      Choose another chart
    </ButtonLink>
  )
  if (preview.error)
    return (
      <Screen title="Merge charts" ground="surface">
        <Columns template="minmax(0, 1fr)">
          <Column label="Why not" ground="surface">
            <Problem error={preview.error} action={back} />
          </Column>
        </Columns>
      </Screen>
    )
  if (!preview.data) return <Waiting />
  return <Merging preview={preview.data} pair={pair} />
}

function Merging({ preview, pair }: { preview: MergePreview; pair: Pair }) {
  const { keep, other, moves, remarks } = preview
  const navigate = route.useNavigate()
  const payers = useQuery(ask('practice.listPayers', {}))
  const merge = useCommand('patients.merge')
  const undo = useCommand('patients.undoMerge')
  const [choices, setChoices] = useState<Readonly<Record<string, From>>>({})
  const { differ, same } = differences(preview, ({ payerId }) => payers.data?.find(({ id }) => id === payerId)?.name ?? 'Insurance')
  const send = () => {
    if (merge.isPending) return
    merge.mutate(
      { ...pair, ...chosen(preview, choices) },
      {
        onSuccess: made => {
          offerUndo(`${made.otherChartNumber} is part of ${keep.chartNumber} now.`, () => undo.mutate({ mergeId: made.id }))
          void navigate({ to: '/patients/$patientId', params: { patientId: keep.id }, replace: true })
        },
      },
    )
  }
  useHotkey({ keys: 'mod+enter', label: 'Merge charts', run: send })
  const swap = () => void navigate({ search: { keep: pair.otherId, other: pair.keepId }, replace: true })
  const footer = (
    <>
      <ButtonLink to="/patients/$patientId" params={{ patientId: keep.id }}>
        Cancel
      </ButtonLink>
      <span className={css.grow}>
        <Problem error={merge.error} />
      </span>
      <Button size="large" icon="repeat" onClick={swap}>
        Keep {other.chartNumber} instead
      </Button>
      <Button kind="primary" size="large" keys="mod+enter" busy={merge.isPending} onClick={send}>
        Merge into {keep.chartNumber}
      </Button>
    </>
  )
  return (
    <Screen title="Merge charts" note={`${fullName(keep)}: ${other.chartNumber} becomes part of ${keep.chartNumber}.`} footer={footer} ground="surface">
      <Columns template="minmax(0, 1fr) clamp(280px, 28%, 360px)">
        <Column label="Where the charts differ" ground="surface">
          <MergeTable keep={keep} other={other} differ={differ} choices={choices} onChoose={(key, from) => setChoices({ ...choices, [key]: from })} />
          {same.length > 0 && <p className={css.quiet}>The same on both: {same.join(', ')}.</p>}
        </Column>
        <Column label="What moves" padding="narrow">
          <Section title={`What moves from ${other.chartNumber}`}>
            {moves.length === 0 ? (
              <p className={css.quiet}>Nothing: that chart is empty.</p>
            ) : (
              <ul>
                {moves.map(words => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            )}
          </Section>
          {remarks.length > 0 && (
            <Section title="To know before">
              <div className={css.stack}>
                {remarks.map(words => (
                  <Problem key={words} tone="care" error={{ message: words }} />
                ))}
              </div>
            </Section>
          )}
          <Section title="Afterwards">
            <p className={css.quiet}>
              {other.chartNumber} stays archived; whoever looks for its number finds {keep.chartNumber}. Signed notes stay signed. The merge can be undone for
              30 days, under Details.
            </p>
          </Section>
        </Column>
      </Columns>
    </Screen>
  )
}
