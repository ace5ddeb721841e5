/** What a field with a limit holds when something is pasted into it. */
type Pasted = { readonly value: string; readonly selected: number; readonly limit: number; readonly text: string }

/** `Only 200 characters fit here; the last 3,412 of what was pasted were left out.`; null where all of it fits or the field has no limit. */
export function cutInWords({ value, selected, limit, text }: Pasted): string | null {
  const cut = value.length - selected + text.length - limit
  if (limit < 0 || cut <= 0) return null
  const left = Math.min(cut, text.length).toLocaleString('en-US')
  return `Only ${limit.toLocaleString('en-US')} characters fit here; the last ${left} of what was pasted were left out.`
}

/** Says it when a one-line field with a limit takes only the beginning of what is pasted. Returns how to stop listening. */
export function listenForCutPaste(say: (words: string) => void): () => void {
  const onPaste = ({ target, clipboardData }: ClipboardEvent) => {
    if (!(target instanceof HTMLInputElement)) return
    const { value, selectionStart, selectionEnd, maxLength } = target
    const text = clipboardData?.getData('text') ?? ''
    const words = cutInWords({ value, selected: (selectionEnd ?? 0) - (selectionStart ?? 0), limit: maxLength, text })
    if (words) say(words)
  }
  document.addEventListener('paste', onPaste)
  return () => document.removeEventListener('paste', onPaste)
}
