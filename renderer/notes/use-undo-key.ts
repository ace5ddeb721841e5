import { type RefObject, useEffect, useRef } from 'react'

/** Ctrl Z (Command Z on a Mac) inside a part of the screen. In a field with words the key belongs to the words. */
export function useUndoKey(part: RefObject<HTMLElement | null>, undo: () => void): void {
  const latest = useRef(undo)
  useEffect(() => {
    latest.current = undo
  })
  useEffect(() => {
    const element = part.current
    const press = (event: KeyboardEvent) => {
      const hasWords = event.target instanceof HTMLInputElement && event.target.type === 'text' && event.target.value !== ''
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || hasWords) return
      event.preventDefault()
      latest.current()
    }
    element?.addEventListener('keydown', press)
    return () => element?.removeEventListener('keydown', press)
  }, [part])
}
