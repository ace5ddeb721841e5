import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { PatientHeader as Patient } from '../../shared/patients/schema.ts'
import { ask, useCommand } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { ButtonLink } from '../lib/links.tsx'
import { Button } from '../ui/button.tsx'
import { CHART_TABS, type ChartTabName } from '../ui/chart-tabs.ts'
import { Problem, Waiting } from '../ui/messages.tsx'
import { PatientHeader } from '../ui/patient-header.tsx'
import { Screen } from '../ui/screen.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { BillingTab } from './billing-tab.tsx'
import css from './chart.module.css'
import { ChartMenu } from './chart-menu.tsx'
import { currentEpisodeOf } from './current-episode.ts'
import { DetailsTab } from './details-tab.tsx'
import { DocumentsTab } from './documents-tab.tsx'
import { EpisodesTab } from './episodes-tab.tsx'
import { MergedChart } from './merged-chart.tsx'
import { NotesTab } from './notes-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { usePatientSteps } from './use-patient-steps.ts'

const route = getRouteApi('/patients/$patientId')

/** One patient: is it working, how much is left, and every paper behind it. */
export function PatientChartScreen() {
  const { patientId } = route.useParams()
  const { tab = 'overview' } = route.useSearch()
  const navigate = route.useNavigate()
  const header = useQuery(ask('patients.getHeader', { patientId }))
  const patient = header.data
  if (header.error) return <Problem error={header.error} />
  if (!patient) return <Waiting />
  if (patient.mergedInto) return <MergedChart patient={patient} into={patient.mergedInto} />
  const open = (next: ChartTabName) => {
    if (next === 'health') return void navigate({ to: '/patients/$patientId/health', params: { patientId }, replace: true })
    void navigate({ search: next === 'overview' ? {} : { tab: next }, replace: true })
  }
  return (
    <Screen title={patient.name} head={<PatientHeader patient={patient} />}>
      <Tabs label="Chart" value={tab} onChange={open} tabs={CHART_TABS} actions={<ChartActions patient={patient} />}>
        <OpenTab key={patient.id} tab={tab} patient={patient} />
      </Tabs>
    </Screen>
  )
}

function OpenTab({ tab, patient }: { tab: Exclude<ChartTabName, 'health'>; patient: Patient }) {
  switch (tab) {
    case 'overview':
      return <OverviewTab patient={patient} />
    case 'episodes':
      return <EpisodesTab patient={patient} />
    case 'notes':
      return <NotesTab patientId={patient.id} />
    case 'billing':
      return <BillingTab patientId={patient.id} />
    case 'documents':
      return <DocumentsTab patientId={patient.id} />
    case 'details':
      return <DetailsTab patientId={patient.id} />
  }
}

function ChartActions({ patient }: { patient: Patient }) {
  const steps = usePatientSteps(patient.id, patient.today?.appointmentId)
  const mayBook = !patient.isArchived
  useHotkey({
    keys: 'mod+enter',
    label: steps.hasNote ? 'Open today’s note' : 'Book a visit',
    run: steps.hasNote ? steps.openNote : steps.book,
    enabled: steps.hasNote || mayBook,
  })
  useHotkey({ keys: 'alt+b', label: 'Book a visit', run: steps.book, enabled: mayBook })
  return (
    <>
      <LetterAction patient={patient} />
      {patient.today && mayBook && (
        <ButtonLink to="/calendar" search={{ book: patient.id }}>
          Book
        </ButtonLink>
      )}
      {patient.today && (
        <ButtonLink kind="primary" keys="mod+enter" to="/session/$appointmentId" params={{ appointmentId: patient.today.appointmentId }}>
          Open today’s note
        </ButtonLink>
      )}
      {!patient.today && mayBook && (
        <ButtonLink kind="primary" keys="mod+enter" to="/calendar" search={{ book: patient.id }}>
          Book a visit
        </ButtonLink>
      )}
      <ChartMenu patient={patient} />
    </>
  )
}

function LetterAction({ patient }: { patient: Patient }) {
  const navigate = route.useNavigate()
  const episodes = useQuery(ask('episodes.list', { patientId: patient.id }))
  const begin = useCommand('documents.beginLetter')
  const episode = episodes.data && currentEpisodeOf(episodes.data, patient.prescription)
  if (!episode) return null
  const write = () =>
    begin.mutate(
      { episodeId: episode.id, kind: 'progress' },
      { onSuccess: letter => void navigate({ to: '/letters/$letterId', params: { letterId: letter.id } }) },
    )
  return (
    <>
      {begin.error && <span className={css.refusal}>{begin.error.message}</span>}
      <Button icon="letter" busy={begin.isPending} onClick={write}>
        Progress letter
      </Button>
    </>
  )
}
