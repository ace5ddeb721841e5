import { useNavigate } from '@tanstack/react-router'
import type { PatientHeader } from '../../shared/patients/schema.ts'
import { useCommand } from '../lib/api.ts'
import { ActionMenu } from '../ui/action-menu.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'

/** The less usual ways from a chart: its face sheet on paper, a series, household and consents, charts that may be the same person’s. */
export function ChartMenu({ patient }: { patient: PatientHeader }) {
  const navigate = useNavigate()
  const print = useCommand('documents.openFaceSheet')
  const patientId = patient.id
  const details = () => void navigate({ to: '/patients/$patientId', params: { patientId }, search: { tab: 'details' } })
  const printSheet = () => print.mutate({ patientId }, { onError: refusal => offerUndo(refusal.message) })
  return (
    <ActionMenu
      label={`More for ${patient.name}`}
      actions={[
        { words: 'Print face sheet', run: printSheet, disabled: print.isPending },
        { words: 'Sell products or a package', run: () => void navigate({ to: '/billing/packages', search: { sell: patientId } }) },
        { words: 'Good faith estimate', run: () => void navigate({ to: '/estimates/$patientId', params: { patientId } }) },
        { words: 'Household and who pays', run: details },
        { words: 'Consents', run: details },
        { words: 'Possible duplicates', run: () => void navigate({ to: '/patients/merge', search: { keep: patientId } }) },
      ]}
    />
  )
}
