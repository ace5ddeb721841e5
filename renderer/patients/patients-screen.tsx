import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import type { PatientRow } from '../../shared/patients/schema.ts'
import { ask } from '../lib/api.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { Empty, Problem, Waiting } from '../ui/messages.tsx'
import { Column, Columns, Screen } from '../ui/screen.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { PatientAside } from './patient-aside.tsx'
import { PatientResults, rowId } from './patient-results.tsx'
import css from './patients.module.css'
import { useTypedSearch } from './use-typed-search.ts'

const route = getRouteApi('/patients')
const MOST_ROWS = 100
const GRID = 'patients-found'
const number = new Intl.NumberFormat('en-US')
const people = (count: number) => `${number.format(count)} ${count === 1 ? 'patient' : 'patients'}`

function foundWords(typed: string, found: { matched: number; total: number; rows: readonly PatientRow[] }): string {
  const how = 'Name, phone, birth date or chart number, in any order.'
  const more = found.matched > found.rows.length ? ` The first ${found.rows.length} are shown.` : ''
  return typed.trim() === '' ? `${people(found.total)}.${more} ${how}` : `${number.format(found.matched)} of ${people(found.total)}.${more} ${how}`
}

/** Find a patient: type, arrow, Enter. Beside the list stands who it is, and what can be done without opening the chart. */
export function PatientsScreen() {
  const { q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useTypedSearch(q)
  const [scope, setScope] = useState<'active' | 'all'>('active')
  const [chosen, setChosen] = useState<string | null>(null)
  const found = useQuery({ ...ask('patients.search', { text: typed.slice(0, 200), scope, limit: MOST_ROWS }), placeholderData: keepPreviousData })
  const rows = inGroups(found.data?.rows ?? [])
  const selected = rows.find(row => row.id === chosen) ?? rows[0]

  const type = (text: string) => {
    setTyped(text)
    setChosen(null)
    void navigate({ search: text === '' ? {} : { q: text }, replace: true })
  }
  const open = (row: PatientRow | undefined) => row && void navigate({ to: '/patients/$patientId', params: { patientId: row.id } })
  const register = () => void navigate({ to: '/patients/new', search: typed.trim() === '' ? {} : { name: typed.trim() } })
  useHotkey({ keys: 'mod+n', label: 'New patient', run: register })
  const move = (event: KeyboardEvent) => {
    const at = selected ? rows.indexOf(selected) : -1
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 10, PageUp: at - 10 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      const next = rows[Math.min(rows.length - 1, Math.max(0, to))]
      setChosen(next?.id ?? null)
      if (next) document.getElementById(rowId(next))?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) open(selected)
    if (event.key === 'Escape') type('')
  }

  return (
    <Screen title="Patients" head={null}>
      <Columns template="minmax(0, 1fr) clamp(280px, 24%, 332px)">
        <Column label="Find a patient" className={css.list}>
          <h1 className={css.hidden}>Patients</h1>
          <div className={css.top}>
            <SearchField typed={typed} onType={type} onKeyDown={move} active={selected ? rowId(selected) : undefined} />
            <div className={css.meta}>
              <p role="status">{found.data && foundWords(typed, found.data)}</p>
              <Segmented
                label="Which patients"
                size="small"
                value={scope}
                onChange={setScope}
                choices={[
                  { value: 'active', label: 'Active' },
                  { value: 'all', label: 'All' },
                ]}
              />
            </div>
          </div>
          <Problem error={found.error} />
          {!found.data && !found.error && <Waiting />}
          {rows.length > 0 && <PatientResults id={GRID} rows={rows} typed={typed} selected={selected} onSelect={row => setChosen(row.id)} onOpen={open} />}
          {found.data && rows.length === 0 && <NobodyFound typed={typed} total={found.data.total} isAll={scope === 'all'} onShowAll={() => setScope('all')} />}
          <div className={css.foot}>
            <Button kind={rows.length === 0 && found.data ? 'primary' : 'text'} size="small" icon="plus" keys="mod+n" onClick={register}>
              {typed.trim() === '' ? 'New patient' : `New patient “${typed.trim()}”`}
            </Button>
            {rows.length > 0 && (
              <span className={css.keys} aria-hidden="true">
                <KeyHint keys="↑" /> <KeyHint keys="↓" /> choose <KeyHint keys="enter" /> open chart
              </span>
            )}
          </div>
        </Column>
        <Column label={selected?.name ?? 'Chosen patient'} ground="surface" padding="narrow">
          {selected && <PatientAside key={selected.id} row={selected} />}
        </Column>
      </Columns>
    </Screen>
  )
}

/** In the order shown, so that the arrow keys go from row to row. */
function inGroups(rows: readonly PatientRow[]): readonly PatientRow[] {
  return [...rows.filter(row => row.seenRecently), ...rows.filter(row => !row.seenRecently)]
}

const focusAtFirst = (field: HTMLInputElement | null) => field?.focus()

type SearchFieldProps = { typed: string; onType: (text: string) => void; onKeyDown: (event: KeyboardEvent) => void; active: string | undefined }

function SearchField({ typed, onType, onKeyDown, active }: SearchFieldProps) {
  return (
    <div className={css.find}>
      <Icon name="search" size={20} />
      <input
        type="search"
        role="combobox"
        aria-label="Find a patient"
        aria-expanded={active !== undefined}
        aria-haspopup="grid"
        aria-controls={active === undefined ? undefined : GRID}
        aria-activedescendant={active}
        autoComplete="off"
        spellCheck={false}
        ref={focusAtFirst}
        maxLength={200}
        value={typed}
        onChange={event => onType(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {typed !== '' && <span className={css.quiet}>Esc clears</span>}
    </div>
  )
}

function NobodyFound({ typed, total, isAll, onShowAll }: { typed: string; total: number; isAll: boolean; onShowAll: () => void }) {
  if (total === 0 && typed.trim() === '') {
    return (
      <Empty title="No patients yet" icon="people">
        Register the first one: name and birth date are enough to begin.
      </Empty>
    )
  }
  return (
    <Empty
      title={`Nobody matches “${typed.trim()}”`}
      icon="search"
      action={isAll ? undefined : <Button onClick={onShowAll}>Look among archived patients too</Button>}
    >
      Try fewer letters, digits of the phone number, the birth date or the chart number.
    </Empty>
  )
}
