import { useState } from 'react'
import type { z } from 'zod'
import type { AccessStatus } from '../../shared/access/schema.ts'
import { Clinic, PractitionerFields } from '../../shared/practice/schema.ts'
import type { SetUp } from '../../shared/practice/set-up.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { ClinicFields } from '../practice/clinic-fields.tsx'
import { PractitionerFieldset } from '../practice/practitioner-fields.tsx'
import { clinicTimeZone } from '../ui/clock.ts'
import { ProtectStep } from './protect-step.tsx'
import { type ServiceRow, ServicesStep, usualServices } from './services-step.tsx'
import { StepFrame } from './set-up-frame.tsx'

/** What set-up leaves behind: the key to print, and the signed-in status to go on with. */
export type Made = { recoveryKey: string; password: string; opened: AccessStatus }

type Answers = { clinic: z.input<typeof Clinic>; practitioner: z.input<typeof PractitionerFields>; services: readonly ServiceRow[] }

const blank = (): Answers => ({
  clinic: {
    name: '',
    address: { street: '', street2: '', city: '', state: '', zip: '' },
    phone: '',
    fax: '',
    email: '',
    taxId: '',
    organisationNpi: '',
    timeZone: clinicTimeZone(),
    placeOfService: '11',
    paperSize: 'letter',
    noShowUsesVisit: false,
    opensAt: '09:00',
    closesAt: '18:00',
    logo: '',
  },
  practitioner: {
    legalName: '',
    credentials: 'LMT',
    licenseNumber: '',
    licenseState: '',
    licenseExpiresOn: null,
    npi: '',
    taxonomy: '225700000X',
    trainingHours: null,
    techniques: '',
    signatureOnFile: false,
  },
  services: usualServices,
})

/** Clinic, practitioner, services and fees, protect. Answers are kept when one goes back; nothing is written before the last step. */
export function SetUpSteps({ onBack, onBegin, onMade }: { onBack: () => void; onBegin: () => void; onMade: (made: Made) => void }) {
  const [step, setStep] = useState(0)
  const [answers, setAnswers] = useState(blank)
  const setUp = useCommand('access.setUpClinic')
  const keep = (some: Partial<Answers>) => {
    setAnswers(before => ({ ...before, ...some }))
    setStep(step + 1)
  }
  const back = (some: Partial<Answers> = {}) => {
    setAnswers(before => ({ ...before, ...some }))
    setStep(step - 1)
  }
  const make = async (password: string) => {
    onBegin()
    const { status, recoveryKey } = await setUp.mutateAsync(toSetUp(answers, password))
    onMade({ recoveryKey, password, opened: status })
  }
  if (step === 0) return <ClinicStep start={answers.clinic} onBack={() => onBack()} onNext={clinic => keep({ clinic })} />
  if (step === 1) {
    const start = { ...answers.practitioner, licenseState: answers.practitioner.licenseState || answers.clinic.address.state }
    return <PractitionerStep start={start} onBack={practitioner => back({ practitioner })} onNext={practitioner => keep({ practitioner })} />
  }
  if (step === 2) return <ServicesStep start={answers.services} onBack={services => back({ services })} onNext={services => keep({ services })} />
  return <ProtectStep onBack={() => back()} onProtect={make} />
}

function toSetUp({ clinic, practitioner, services }: Answers, password: string): z.input<typeof SetUp> {
  return {
    clinic,
    practitioner,
    services: services.map(({ name, code, isTimed, minutesPerUnit, unitFee }) => ({
      name,
      code,
      isTimed,
      minutesPerUnit: minutesPerUnit ?? 15,
      modifiers: [],
      isActive: true,
      unitFee: unitFee ?? 0,
    })),
    password,
  }
}

type StepProps<Value> = { start: Value; onBack: (value: Value) => void; onNext: (value: Value) => void }

function ClinicStep({ start, onBack, onNext }: StepProps<z.input<typeof Clinic>>) {
  const form = useClinicForm({ schema: Clinic, start })
  const next = form.submit(async clinic => onNext(clinic))
  return (
    <StepFrame
      step={0}
      title="Your clinic"
      note="This heads every paper you print. Only the name is needed to begin."
      next="Next"
      problem={form.problem}
      onBack={() => onBack(form.hook.getValues())}
      onNext={() => void next()}
    >
      <ClinicFields form={form} />
    </StepFrame>
  )
}

function PractitionerStep({ start, onBack, onNext }: StepProps<z.input<typeof PractitionerFields>>) {
  const form = useClinicForm({ schema: PractitionerFields, start })
  const next = form.submit(async practitioner => onNext(practitioner))
  return (
    <StepFrame
      step={1}
      title="The practitioner"
      note="Who treats and signs. Insurers compare these with the NPI registry."
      next="Next"
      problem={form.problem}
      onBack={() => onBack(form.hook.getValues())}
      onNext={() => void next()}
    >
      <PractitionerFieldset form={form} brief />
    </StepFrame>
  )
}
