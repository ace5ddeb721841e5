import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { regionsInWords } from '../../shared/body-chart/regions.ts'
import { type CarryText, carriedTexts } from '../../shared/notes/carry-forward.ts'
import type { NoteTemplate } from '../../shared/notes/library-schema.ts'
import type { Note, NoteContent, Session } from '../../shared/notes/schema.ts'
import { shortcutsOf } from '../../shared/notes/snippet-expand.ts'
import { ask } from '../lib/api.ts'
import { dateInWords } from '../ui/words.tsx'
import type { Writing } from './writing.ts'

// Carried words that were said to hold, by note: they stay so while one looks at another screen.
const keptWords = new Map<Note['id'], readonly CarryText[]>()

type Wording = Pick<Writing, 'shortcuts' | 'facts' | 'techniques' | 'carried' | 'keep'> & { readonly templates: readonly NoteTemplate[] }

/** The clinic’s wording for a note: shortcuts, templates and techniques, what fills their blanks, and which texts stand as last time. */
export function useWording(note: Note, session: Session, content: NoteContent): Wording {
  const library = useQuery(ask('notes.getLibrary', {})).data
  const [kept, setKept] = useState(() => keptWords.get(note.id) ?? [])
  const shortcuts = useMemo(() => shortcutsOf(library), [library])
  const treated = content.blocks.flatMap(({ regions }) => regions)
  const { now } = content.painBefore
  const keep = (part: CarryText) => {
    const all = [...kept, part]
    keptWords.set(note.id, all)
    setKept(all)
  }
  return {
    shortcuts,
    templates: library?.templates ?? [],
    techniques: library?.techniques ?? [],
    facts: {
      patient: session.header.name,
      today: dateInWords(note.serviceOn),
      region: regionsInWords(treated.length > 0 ? treated : session.allowedRegions),
      pain: now === null ? '' : String(now),
    },
    carried: carriedTexts(content, session.last?.content ?? null).filter(part => !kept.includes(part)),
    keep,
  }
}
