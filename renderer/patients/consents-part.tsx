import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Consent, ConsentStanding, Patient } from '../../shared/patients/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { AttachmentsList } from '../ui/attachments-list.tsx'
import { Button } from '../ui/button.tsx'
import { Status } from '../ui/chip.tsx'
import { todayHere } from '../ui/clock.ts'
import { Problem, Waiting } from '../ui/messages.tsx'
import { Section } from '../ui/screen.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { dateInWords } from '../ui/words.tsx'
import { AtEdge } from './at-edge.tsx'
import { ConsentPanel } from './consent-panel.tsx'
import css from './sheet.module.css'

/** Every consent: where it stands, signing it anew, withdrawing it, its scans, and those before it. */
export function ConsentsPart({ patient }: { patient: Patient }) {
  const consents = useQuery(ask('patients.listConsents', { patientId: patient.id }))
  const [signing, setSigning] = useState<ConsentStanding | null>(null)
  return (
    <Section title="Consents">
      <Problem error={consents.error} />
      {!consents.data && !consents.error && <Waiting />}
      <ul>
        {consents.data?.map(standing => (
          <Standing key={standing.kind} standing={standing} patient={patient} onSign={() => setSigning(standing)} />
        ))}
      </ul>
      {signing && (
        <AtEdge>
          <ConsentPanel key={signing.kind} standing={signing} patient={patient} onClose={() => setSigning(null)} />
        </AtEdge>
      )}
    </Section>
  )
}

const LOOKS = {
  valid: { icon: 'check', tone: 'plain' },
  'expires-soon': { icon: 'clock', tone: 'act' },
  expired: { icon: 'warning', tone: 'act' },
  missing: { icon: 'ring', tone: 'plain' },
  withdrawn: { icon: 'cancelled', tone: 'over' },
} as const

function Standing({ standing, patient, onSign }: { standing: ConsentStanding; patient: Patient; onSign: () => void }) {
  const { name, state, words, latest, earlier, isRequired } = standing
  const withdraw = useCommand('patients.withdrawConsent')
  const [isOpen, setOpen] = useState(false)
  const { icon, tone } = LOOKS[state]
  const isHeld = latest !== null && latest.withdrawnOn === null
  const end = (consent: Consent) =>
    withdraw.mutate({ consentId: consent.id, on: todayHere() }, { onSuccess: () => offerUndo(`${name}: withdrawn today. Record it again if that was a slip.`) })
  return (
    <li className={css.line}>
      <div className={css.grow}>
        <b>{name}</b>
        <p>
          <Status icon={icon} tone={state === 'missing' && isRequired ? 'act' : tone}>
            {words}
          </Status>
        </p>
      </div>
      <Button size="small" label={`${isHeld ? 'Sign anew' : 'Record as signed'}: ${name}`} onClick={onSign}>
        {isHeld ? 'Sign anew' : 'Record'}
      </Button>
      {latest && (
        <Button size="small" kind="text" label={`${isOpen ? 'Less' : 'More'} about ${name}`} pressed={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Less' : 'More'}
        </Button>
      )}
      {isOpen && latest && (
        <div className={css.more}>
          {[latest, ...earlier].map(consent => (
            <p key={consent.id} className={css.quiet}>
              {historyOf(consent)}
            </p>
          ))}
          <AttachmentsList patientId={patient.id} kind="other" refId={latest.id} label={`Scans of ${name}`} />
          <Problem error={withdraw.error} />
          {isHeld && (
            <p>
              <Button size="small" busy={withdraw.isPending} onClick={() => end(latest)}>
                Withdraw today
              </Button>
            </p>
          )}
        </div>
      )}
    </li>
  )
}

function historyOf({ signedOn, signedBy, expiresOn, withdrawnOn, recordedBy, remark }: Consent): string {
  const end = withdrawnOn ? `, withdrawn ${dateInWords(withdrawnOn)}` : expiresOn ? `, until ${dateInWords(expiresOn)}` : ''
  return `${dateInWords(signedOn)}: ${signedBy}${end}. Recorded by ${recordedBy}.${remark ? ` ${remark}` : ''}`
}
