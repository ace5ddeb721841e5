import { useQuery } from '@tanstack/react-query'
import type { Episode } from '../../shared/episodes/schema.ts'
import { ask } from '../lib/api.ts'
import { BenefitMeter } from './benefit-meter.tsx'
import { BenefitPanel } from './benefit-panel.tsx'
import { Button } from './button.tsx'
import { AttendanceLetterPanel } from './claim-attendance-letter.tsx'
import { AttendanceLogPanel } from './claim-attendance-log.tsx'
import { ClaimFormPanel } from './claim-form-panel.tsx'
import css from './claim-kit.module.css'
import { RecordsPacketPanel } from './claim-records-panel.tsx'
import { DisclosuresPanel } from './disclosure-panel.tsx'
import { Problem } from './messages.tsx'
import { Section } from './screen.tsx'

/** What is done for an auto or work case beyond its treatment. */
export type ClaimPart = 'claim-form' | 'attendance-log' | 'attendance-letter' | 'records-packet' | 'benefit' | 'disclosures'

const PARTS: readonly (readonly [ClaimPart, string])[] = [
  ['claim-form', 'Claim form'],
  ['attendance-log', 'Attendance log'],
  ['attendance-letter', 'Attendance letter'],
  ['records-packet', 'Records packet'],
  ['disclosures', 'Disclosures'],
]

/** What an auto or work case needs beside its letters: the benefit left, and the papers of the claim. */
export function ClaimKit({ episode, onOpen }: { episode: Episode; onOpen: (part: ClaimPart) => void }) {
  const benefit = useQuery(ask('claims.getBenefit', { episodeId: episode.id }))
  const edit = (
    <Button size="small" onClick={() => onOpen('benefit')}>
      {benefit.data ? 'Change limit' : 'Set benefit limit'}
    </Button>
  )
  return (
    <Section title="Claim and records" actions={edit}>
      <div className={css.stack}>
        <Problem error={benefit.error} />
        {benefit.data && <BenefitMeter benefit={benefit.data} />}
        {benefit.data === null && <p className={css.second}>No benefit limit is set. With one, you see how many visits it still pays.</p>}
        <div className={css.buttons}>
          {PARTS.map(([part, words]) => (
            <Button key={part} size="small" onClick={() => onOpen(part)}>
              {words}
            </Button>
          ))}
        </div>
      </div>
    </Section>
  )
}

/** The panel of one part of the kit. */
export function ClaimPartPanel({ part, episode, onClose }: { part: ClaimPart; episode: Episode; onClose: () => void }) {
  switch (part) {
    case 'claim-form':
      return <ClaimFormPanel episode={episode} onClose={onClose} />
    case 'attendance-log':
      return <AttendanceLogPanel episode={episode} onClose={onClose} />
    case 'attendance-letter':
      return <AttendanceLetterPanel episode={episode} onClose={onClose} />
    case 'records-packet':
      return <RecordsPacketPanel episode={episode} onClose={onClose} />
    case 'benefit':
      return <BenefitPanel episode={episode} onClose={onClose} />
    case 'disclosures':
      return <DisclosuresPanel patientId={episode.patientId} onClose={onClose} />
  }
}
