import { useEffect, useRef, useSyncExternalStore } from 'react'

/**
 * One shortcut. `keys`: a single letter (works only while no field has focus), `mod+enter` (Ctrl, or Command on a Mac), `alt+b` (in forms too), `escape`, `?`.
 * `label` says what it does, in the sheet on `?`; without one it is not listed.
 */
export type Shortcut = { keys: string; label?: string; run: () => void; enabled?: boolean }

type Registered = { keys: string; label: string | undefined; run: () => void }

let registered: readonly Registered[] = []
const listeners = new Set<() => void>()
const announce = () => {
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Registers a shortcut while the component is on screen. The newest registration of the same keys wins, so a panel takes over from its screen. */
export function useHotkey({ keys, label, run, enabled = true }: Shortcut): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (!enabled) return
    const entry: Registered = { keys, label, run: () => latest.current() }
    registered = [entry, ...registered]
    announce()
    return () => {
      registered = registered.filter(one => one !== entry)
      announce()
    }
  }, [keys, label, enabled])
}

/** The shortcuts that work right now, for the sheet on `?`. */
export function useShortcuts(): readonly { keys: string; label: string }[] {
  const all = useSyncExternalStore(subscribe, () => registered)
  const seen = new Set<string>()
  return all.flatMap(({ keys, label }) => {
    if (!label || seen.has(keys)) return []
    seen.add(keys)
    return [{ keys, label }]
  })
}

/** How a key press is written in a shortcut; `undefined` for modifiers alone. */
export function keysOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>): string | undefined {
  if (['Control', 'Meta', 'Alt', 'Shift'].includes(event.key)) return undefined
  const letter = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1]?.toLowerCase()
  const key = event.altKey && letter ? letter : event.key.toLowerCase()
  return [(event.ctrlKey || event.metaKey) && 'mod', event.altKey && 'alt', key].filter(Boolean).join('+')
}

/** Fields that take no text, so that letters pressed there stay shortcuts. */
const TEXTLESS_INPUTS: readonly string[] = ['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file']

/** Whether someone is typing there, so that single letters belong to the text. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !TEXTLESS_INPUTS.includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}

/** Keys that mean something to a text being typed: letters, ways through it, and taking back what was typed. */
const belongsToText = (keys: string): boolean => keys.length === 1 || keys.startsWith('alt+arrow') || keys === 'mod+z'

/** What works while the palette or the sheet of shortcuts covers the screen; the rest would act on what nobody sees. */
const WORKS_OVER_DIALOGS: readonly string[] = ['mod+k', 'mod+l']

/** Runs the shortcut of a key press. Ctrl Enter held down counts once, or it would sign, charge and print one after the other. */
function handle(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const keys = keysOf(event)
  if (!keys || (belongsToText(keys) && isTyping(event.target))) return
  if (document.querySelector('[role=dialog][aria-modal=true]') && !WORKS_OVER_DIALOGS.includes(keys)) return
  const match = registered.find(one => one.keys === keys)
  if (!match) return
  event.preventDefault()
  if (!event.repeat || keys !== 'mod+enter') match.run()
}

/** Whether a field chooses from a list that is closed now. Such a field opens its list on Enter, whatever is held with it. */
export const isClosedList = (field: Pick<Element, 'getAttribute' | 'hasAttribute'>): boolean =>
  field.getAttribute('aria-haspopup') === 'listbox' && field.getAttribute('aria-expanded') !== 'true' && !field.hasAttribute('data-expanded')

/** Lets Ctrl Enter reach the form from a closed list, which would open instead. In an open one it chooses, as Enter does. */
function handleBeforeList(event: KeyboardEvent): void {
  if (keysOf(event) !== 'mod+enter' || !(event.target instanceof Element) || !isClosedList(event.target)) return
  handle(event)
  if (event.defaultPrevented) event.stopPropagation()
}

/** Starts listening to the keyboard; once, at start. */
export function startHotkeys(): void {
  document.addEventListener('keydown', handleBeforeList, { capture: true })
  window.addEventListener('keydown', handle)
}
