import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ask } from '../lib/api.ts'
import { listenForCutPaste } from '../lib/cut-paste.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { offerUndo, UndoBar } from '../ui/undo-bar.tsx'
import { CommandPalette } from './command-palette.tsx'
import { DemoBadge } from './demo-badge.tsx'
import { Navigation, places } from './navigation.tsx'
import css from './shell-layout.module.css'
import { ShortcutsSheet } from './shortcuts-sheet.tsx'
import { TopBar } from './top-bar.tsx'

/** The frame around every screen: top bar, navigation, one work area. */
export function ShellLayout() {
  const status = useQuery(ask('access.status', {}))
  const router = useRouter()
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  useHotkey({ keys: 'mod+k', label: 'Find a patient, screen or action', run: () => setOpen('palette') })
  useHotkey({ keys: '?', label: 'Show the shortcuts', run: () => setOpen('shortcuts') })
  useHotkey({ keys: 'alt+arrowleft', label: 'Back', run: () => router.history.back() })
  useHotkey({ keys: 'alt+arrowright', run: () => router.history.forward() })
  useEffect(() => listenForCutPaste(offerUndo), [])
  if (!status.data) return null
  const { clinicName, person, isDemo } = status.data
  return (
    <div className={css.frame}>
      <button type="button" className={css.skip} onClick={() => document.getElementById('work')?.focus()}>
        Skip to the screen
      </button>
      <TopBar clinicName={clinicName} person={person} onFind={() => setOpen('palette')} />
      <Navigation onShortcuts={() => setOpen('shortcuts')} />
      <main className={css.work} id="work" tabIndex={-1}>
        {isDemo && <DemoBadge />}
        <div className={css.screen}>
          <Outlet />
        </div>
      </main>
      {places.map(place => (
        <PlaceKey key={place.to} label={`Go to ${place.name}`} keys={place.keys} run={() => void router.navigate({ to: place.to })} />
      ))}
      {open === 'palette' && <CommandPalette onClose={() => setOpen(null)} onShortcuts={() => setOpen('shortcuts')} />}
      {open === 'shortcuts' && <ShortcutsSheet onClose={() => setOpen(null)} />}
      <UndoBar />
    </div>
  )
}

function PlaceKey(props: { keys: string; label: string; run: () => void }) {
  useHotkey(props)
  return null
}
