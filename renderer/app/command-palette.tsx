import { ModalTitle } from '@mantine/core'
import { Spotlight, spotlight } from '@mantine/spotlight'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { formatDate } from '../../shared/lib/dates.ts'
import type { PatientRow } from '../../shared/patients/schema.ts'
import { ask, queryClient, request } from '../lib/api.ts'
import { useFocusBack } from '../ui/focus-back.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import css from './command-palette.module.css'
import { places } from './navigation.tsx'

type Entry = { key: string; icon: IconName; label: string; detail?: string; keys?: string; run: () => void }

/** Ctrl K: patients by name, phone, birth date or chart number; screens; actions. Arrow keys and Enter. */
export function CommandPalette({ onClose, onShortcuts }: { onClose: () => void; onShortcuts: () => void }) {
  const [typed, setTyped] = useState('')
  useFocusBack()
  useEffect(() => {
    spotlight.open()
    return spotlight.close
  }, [])
  const text = typed.trim()
  const found = useQuery({ ...ask('patients.search', { text, scope: 'active', limit: 6 }), placeholderData: keepPreviousData })
  const patients = usePatientEntries(found.data?.rows ?? [])
  const others = useOtherEntries(onShortcuts).filter(entry => text === '' || entry.label.toLowerCase().includes(text.toLowerCase()))
  const entries = [...patients, ...others].map(entry => entry.key).join()
  useEffect(() => chooseFirst(entries), [entries])
  const holdEnter = useHeldEnter(found.isPlaceholderData)

  return (
    <Spotlight.Root
      query={typed}
      onQueryChange={setTyped}
      onSpotlightClose={onClose}
      shortcut={null}
      lockScroll={false}
      clearQueryOnClose={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: css.panel ?? '', search: css.search ?? '', actionsList: css.list ?? '', overlay: css.veil ?? '' }}
      size={600}
    >
      <ModalTitle className={css.hidden ?? ''}>Find a patient, screen or action</ModalTitle>
      <div onKeyDownCapture={holdEnter}>
        <Spotlight.Search ref={takeFocus} placeholder="Find a patient, screen or action" leftSection={<Icon name="search" size={20} />} aria-label="Find" />
      </div>
      <Spotlight.ActionsList>
        <Group label="Patients" entries={patients} />
        <Group label="Screens and actions" entries={others} />
        {patients.length + others.length === 0 && !found.isFetching && <Spotlight.Empty className={css.none}>Nothing matches “{text}”.</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** The field has the caret as soon as it stands: the dialog’s own focus comes a moment later, and the first letters of a quick typist would be lost. */
const takeFocus = (field: HTMLInputElement | null) => field?.focus()

/** An Enter pressed while the list still shows what was typed before waits for the right one, then takes its first entry. */
function useHeldEnter(isOld: boolean) {
  const isHeld = useRef(false)
  useEffect(() => {
    if (!isHeld.current || isOld) return
    isHeld.current = false
    document.querySelector<HTMLElement>('[role=dialog] [data-action]')?.click()
  }, [isOld])
  return (event: KeyboardEvent) => {
    isHeld.current = event.key === 'Enter' && isOld
    if (!isHeld.current) return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** Enter takes the first entry also when it arrives after the last key; Spotlight itself chooses only while one types. */
function chooseFirst(entries: string): void {
  if (entries === '') return
  for (const [place, entry] of document.querySelectorAll('[role=dialog] [data-action]').entries()) {
    if (place === 0) entry.setAttribute('data-selected', 'true')
    else entry.removeAttribute('data-selected')
  }
}

function Group({ label, entries }: { label: string; entries: readonly Entry[] }) {
  if (entries.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={label} className={css.group}>
      {entries.map(entry => (
        <Spotlight.Action key={entry.key} onClick={entry.run} className={css.entry}>
          <Icon name={entry.icon} className={css.icon} />
          <span className={css.label}>{entry.label}</span>
          {entry.detail && <span className={css.detail}>{entry.detail}</span>}
          {entry.keys && <KeyHint keys={entry.keys} />}
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  )
}

function usePatientEntries(rows: readonly PatientRow[]): readonly Entry[] {
  const router = useRouter()
  return rows.map(row => ({
    key: row.id,
    icon: 'person',
    label: row.name,
    detail: [formatDate(row.bornOn), row.phone, row.chartNumber].filter(Boolean).join(' · '),
    run: () => void router.navigate({ to: '/patients/$patientId', params: { patientId: row.id } }),
  }))
}

function useOtherEntries(onShortcuts: () => void): readonly Entry[] {
  const router = useRouter()
  const settings = (section: string) => () => void router.navigate({ to: '/settings/$section', params: { section } })
  return [
    ...places.map(
      (place): Entry => ({ key: place.to, icon: place.icon, label: place.name, keys: place.keys, run: () => void router.navigate({ to: place.to }) }),
    ),
    { key: 'new-patient', icon: 'plus', label: 'New patient', run: () => void router.navigate({ to: '/patients/new' }) },
    { key: 'book', icon: 'plus', label: 'New visit', detail: 'in the calendar', run: () => void router.navigate({ to: '/calendar', search: { new: true } }) },
    { key: 'estimates', icon: 'estimate', label: 'Good faith estimates', run: () => void router.navigate({ to: '/estimates' }) },
    { key: 'calls', icon: 'phone', label: 'Calls about the next working day', run: () => void router.navigate({ to: '/calls' }) },
    { key: 'balances', icon: 'receipt', label: 'Balances', detail: 'who owes what', run: () => void router.navigate({ to: '/billing/balances' }) },
    { key: 'close-day', icon: 'cash', label: 'Close the day', run: () => void router.navigate({ to: '/billing/close-day' }) },
    { key: 'fees', icon: 'settings', label: 'Services and fees', detail: 'Settings', run: settings('services') },
    { key: 'backups', icon: 'drive', label: 'Backups', detail: 'Settings', run: settings('backups') },
    { key: 'appearance', icon: 'eye', label: 'Light or dark', detail: 'Settings', run: settings('appearance') },
    { key: 'settings', icon: 'settings', label: 'Settings', run: settings('clinic') },
    { key: 'shortcuts', icon: 'keys', label: 'Shortcuts', keys: '?', run: onShortcuts },
    { key: 'lock', icon: 'lock', label: 'Lock', keys: 'mod+l', run: () => void lock() },
  ]
}

async function lock(): Promise<void> {
  const status = await request('access.lock', { reason: 'asked' })
  queryClient.setQueryData(['access.status', {}], status)
}
