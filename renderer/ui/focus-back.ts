import { useEffect } from 'react'

const focusable = 'a[href], button:not(:disabled), input:not([type=hidden], :disabled), [tabindex="0"]'

/** Remembers where the caret is when a panel, a dialog or the palette opens, and takes it back there when it closes. */
export function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement
    const around = ancestorsOf(before)
    return () => giveBack(before, around)
  }, [])
}

function ancestorsOf(element: Element | null): Element[] {
  const above: Element[] = []
  for (let at = element?.parentElement ?? null; at; at = at.parentElement) above.push(at)
  return above
}

/** Back to where it was; where that is gone with what was done, to what stands nearest to it in the work area. What took the caret meanwhile keeps it. */
function giveBack(before: Element | null, around: readonly Element[]): void {
  if (document.activeElement !== document.body) return
  const work = document.getElementById('work')
  const near = around.find(each => each !== work && work?.contains(each) && each.querySelector(focusable))
  const next = before?.isConnected ? before : (near?.querySelector(focusable) ?? work)
  if (next instanceof HTMLElement) next.focus()
}
