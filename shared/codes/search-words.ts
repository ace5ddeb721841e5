import { withoutDot } from './icd10.ts'

/** What to look for in the code list. `words` must all begin a word of the label or the code; `bare` is the typed text as a code without its dot. */
export type CodeSearch = { readonly words: readonly string[]; readonly bare: string }

/** `"m54.5 back"` → words `m545`, `back`. Signs are only separators; a dot inside a code is dropped. */
export function readCodeSearch(typed: string): CodeSearch {
  const parts = typed
    .normalize('NFC')
    .split(/\s+/u)
    .map(part => (/^[a-z]\d[0-9a-z]?\.[0-9a-z]{0,4}$/iu.test(part) ? withoutDot(part) : part))
  const words = parts.flatMap(part => part.split(/[^\p{L}\p{N}]+/u)).filter(word => word !== '')
  return { words: words.slice(0, 12), bare: (words[0] ?? '').toUpperCase() }
}
