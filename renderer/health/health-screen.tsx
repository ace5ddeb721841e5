import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { HealthVersion } from '../../shared/health/schema.ts'
import { ask } from '../lib/api.ts'
import { CHART_TABS, type ChartTabName } from '../ui/chart-tabs.ts'
import { Problem, Waiting } from '../ui/messages.tsx'
import { PatientHeader } from '../ui/patient-header.tsx'
import { Column, Columns, Screen } from '../ui/screen.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { ClearancesPart } from './clearances-part.tsx'
import { HistoryForm } from './history-form.tsx'
import { HistoryPart } from './history-part.tsx'
import { OldVersion } from './old-version.tsx'
import { VersionsPart } from './versions-part.tsx'

const route = getRouteApi('/patients/$patientId/health')

/** A patient’s health: what was told last, whether it changed since, every version of it, and physicians’ clearances. */
export function HealthScreen() {
  const { patientId } = route.useParams()
  const { edit = false, clearance = null } = route.useSearch()
  const navigate = route.useNavigate()
  const [viewed, setViewed] = useState<HealthVersion['id']>()
  const header = useQuery(ask('patients.getHeader', { patientId }))
  const health = useQuery(ask('health.get', { patientId }))
  const error = header.error ?? health.error
  if (error) return <Problem error={error} />
  if (!header.data || !health.data) return <Waiting />
  const patient = header.data
  const record = health.data
  const open = (tab: ChartTabName) => {
    if (tab === 'health') return
    void navigate({ to: '/patients/$patientId', params: { patientId }, search: tab === 'overview' ? {} : { tab }, replace: true })
  }
  const setEdit = (isOpen: boolean) => void navigate({ search: isOpen ? { edit: true } : {}, replace: true })
  const version = record.versions.find(({ id }) => id === viewed)
  return (
    <Screen title={`Health, ${patient.name}`} head={<PatientHeader patient={patient} />}>
      <Tabs label="Chart" value="health" onChange={open} tabs={CHART_TABS}>
        <Columns template="minmax(0, 1fr) clamp(320px, 32%, 420px)">
          <Column label="Health history" ground="surface" padding="narrow">
            {edit && (
              <HistoryForm
                key={record.versions[0]?.id ?? 'first'}
                patientId={patientId}
                history={record.history}
                asksPregnancy={patient.sex !== 'male' || record.history?.pregnancy.state === 'yes'}
                onClose={() => setEdit(false)}
              />
            )}
            {!edit && version && <OldVersion version={version} onClose={() => setViewed(undefined)} />}
            {!edit && !version && <HistoryPart record={record} onEdit={() => setEdit(true)} />}
          </Column>
          <Column label="Clearances and versions" padding="narrow">
            <ClearancesPart key={clearance ?? 'none'} record={record} asked={clearance} onAnswered={() => setEdit(edit)} />
            <VersionsPart versions={record.versions} viewed={viewed} onView={setViewed} />
          </Column>
        </Columns>
      </Tabs>
    </Screen>
  )
}
