import type { Episode, Prescription } from '../../shared/episodes/schema.ts'
import { useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/messages.tsx'
import { PrescriptionCard } from '../ui/prescription-card.tsx'
import { Section } from '../ui/screen.tsx'
import css from './episode.module.css'
import { Objections } from './objections.tsx'
import type { Open } from './open-part.ts'

/** The physicians’ orders of the episode, newest first. */
export function PrescriptionsPart({ episode, onOpen }: { episode: Episode; onOpen: (open: Open) => void }) {
  const add = (
    <Button size="small" icon="plus" name="prescription" onClick={() => onOpen({ part: 'prescription', prescription: null })}>
      Add prescription
    </Button>
  )
  return (
    <Section title="Prescriptions" actions={add} note={episode.prescriptions.length > 1 ? `${episode.prescriptions.length}, newest first` : ''}>
      {episode.prescriptions.length === 0 && (
        <p className={css.second}>None on file. Without one, visits are counted but nothing limits them, and some insurers do not reimburse.</p>
      )}
      <div className={css.cards}>
        {episode.prescriptions.map((prescription, index) => (
          <OneCard
            key={prescription.id}
            episode={episode}
            prescription={prescription}
            isNewest={index === 0}
            onEdit={() => onOpen({ part: 'prescription', prescription })}
          />
        ))}
      </div>
    </Section>
  )
}

type OneCardProps = { episode: Episode; prescription: Prescription; isNewest: boolean; onEdit: () => void }

function OneCard({ episode, prescription, isNewest, onEdit }: OneCardProps) {
  const remove = useCommand('episodes.removePrescription')
  const actions = (
    <>
      <Button size="small" label={`Change prescription of ${prescription.prescriber.name}`} onClick={onEdit}>
        Change
      </Button>
      <Button
        kind="text"
        size="small"
        label={`Take off prescription of ${prescription.prescriber.name}`}
        busy={remove.isPending}
        onClick={() => remove.mutate({ episodeId: episode.id, prescriptionId: prescription.id })}
      >
        Take off
      </Button>
      <Problem error={remove.error} />
    </>
  )
  const objections = isNewest && <Objections episode={episode} prescriptionId={prescription.id} written={prescription} />
  return <PrescriptionCard prescription={prescription} remarks={objections} actions={actions} />
}
