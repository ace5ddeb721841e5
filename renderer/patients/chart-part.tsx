import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { LocalDate } from '../../shared/lib/dates.ts'
import { fullName } from '../../shared/patients/names.ts'
import type { Merge, Patient } from '../../shared/patients/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { todayHere } from '../ui/clock.ts'
import { DateField } from '../ui/date-field.tsx'
import { FormPanel } from '../ui/form-panel.tsx'
import { Problem } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { DateText } from '../ui/words.tsx'
import { AtEdge } from './at-edge.tsx'
import css from './sheet.module.css'

/** The chart itself: taking the patient off the active list, that they died, doubles of the chart, and merges that were made. */
export function ChartPart({ patient }: { patient: Patient }) {
  const [isDying, setDying] = useState(false)
  return (
    <Section title="Chart">
      <div className={css.stack}>
        <p className={css.quiet}>
          {patient.chartNumber}, opened <DateText day={patient.registeredOn} />
        </p>
        {patient.deceasedOn ? <Died patient={patient} /> : <Archive patient={patient} />}
        <p className={css.tools}>
          <ButtonLink size="small" to="/patients/merge" search={{ keep: patient.id }}>
            Possible duplicates
          </ButtonLink>
          {!patient.deceasedOn && (
            <Button size="small" onClick={() => setDying(true)}>
              Patient died…
            </Button>
          )}
        </p>
        <MergesList patient={patient} />
      </div>
      {isDying && (
        <AtEdge>
          <DiedPanel patient={patient} onClose={() => setDying(false)} />
        </AtEdge>
      )}
    </Section>
  )
}

function Archive({ patient }: { patient: Patient }) {
  const setArchived = useCommand('patients.setArchived')
  const archive = (isArchived: boolean) =>
    setArchived.mutate(
      { patientId: patient.id, isArchived },
      {
        onSuccess: () => {
          if (isArchived) offerUndo(`${fullName(patient)} is archived.`, () => setArchived.mutate({ patientId: patient.id, isArchived: false }))
        },
      },
    )
  return (
    <>
      <p className={css.quiet}>
        {patient.isArchived
          ? 'Archived: not on the active list. Everything on record stays.'
          : 'Archiving takes the patient off the active list. Everything on record stays.'}
      </p>
      <Problem error={setArchived.error} />
      <p>
        <Button size="small" busy={setArchived.isPending} onClick={() => archive(!patient.isArchived)}>
          {patient.isArchived ? 'Put back on the active list' : 'Archive patient'}
        </Button>
      </p>
    </>
  )
}

function Died({ patient }: { patient: Patient }) {
  const setDeceased = useCommand('patients.setDeceased')
  const takeBack = () =>
    setDeceased.mutate(
      { patientId: patient.id, deceasedOn: null },
      { onSuccess: () => offerUndo(`${fullName(patient)} is on the active list again. The visits that were cancelled stay so; book them anew.`) },
    )
  return (
    <>
      <p>
        {patient.deceasedOn && (
          <>
            Died <DateText day={patient.deceasedOn} />. The chart is kept; a balance stays until it is settled.
          </>
        )}
      </p>
      <Problem error={setDeceased.error} />
      <p>
        <Button size="small" busy={setDeceased.isPending} onClick={takeBack}>
          That was a mistake
        </Button>
      </p>
      <p className={css.quiet}>Taking it back brings back the chart, not the visits that were cancelled.</p>
    </>
  )
}

const Death = z.strictObject({ deceasedOn: LocalDate })

function DiedPanel({ patient, onClose }: { patient: Patient; onClose: () => void }) {
  const setDeceased = useCommand('patients.setDeceased')
  const form = useClinicForm({ schema: Death, start: { deceasedOn: todayHere() } })
  const deceasedOn = form.bind('deceasedOn')
  const send = form.submit(async values => {
    await setDeceased.mutateAsync({ patientId: patient.id, ...values })
    onClose()
  })
  return (
    <FormPanel
      title={`${fullName(patient)} died`}
      save="Keep in the chart"
      busy={form.isBusy}
      problem={form.problem}
      onSave={() => void send()}
      onClose={onClose}
    >
      <DateField label="Day of death" {...deceasedOn} onChange={day => deceasedOn.onChange(day ?? '')} />
      <p className={css.quiet}>
        Visits booked from that day on are cancelled by the clinic, without a fee. The patient leaves the active list, the waitlist and the calls to make.
        Notes, papers and the balance stay.
      </p>
    </FormPanel>
  )
}

/** Merges into or out of a chart, each with its undo while that is possible, else why not. */
export function MergesList({ patient }: { patient: Pick<Patient, 'id'> }) {
  const merges = useQuery(ask('patients.listMerges', { patientId: patient.id }))
  const undo = useCommand('patients.undoMerge')
  const standing = merges.data?.filter(merge => merge.undoneOn === null) ?? []
  if (standing.length === 0) return null
  return (
    <>
      <Problem error={undo.error} />
      <ul>
        {standing.map(merge => (
          <li key={merge.id} className={css.line}>
            <div className={css.grow}>
              <p>{wordsOf(merge)}</p>
              <p className={css.quiet}>
                Merged <DateText day={merge.mergedOn} /> by {merge.mergedBy}.{' '}
                {merge.obstacle || (
                  <>
                    Can be undone until <DateText day={merge.undoUntil} />.
                  </>
                )}
              </p>
            </div>
            {merge.obstacle === '' && (
              <Button
                size="small"
                icon="undo"
                busy={undo.isPending}
                label={`Undo merge with ${merge.otherChartNumber}`}
                onClick={() => undo.mutate({ mergeId: merge.id })}
              >
                Undo merge
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const wordsOf = ({ otherChartNumber, otherName }: Merge) => `${otherChartNumber}, ${otherName}`
