import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Snippet } from '../../shared/notes/library-schema.ts'
import { SHIPPED_SNIPPETS, shippedSnippet } from '../../shared/notes/shipped-snippets.ts'
import { ask, useCommand } from '../lib/api.ts'
import { Button } from '../ui/button.tsx'
import { Empty, Problem } from '../ui/messages.tsx'
import { Table } from '../ui/table.tsx'
import { BringBack } from './bring-back.tsx'
import { SectionFrame } from './section-frame.tsx'
import css from './settings.module.css'
import { SnippetPanel } from './snippet-panel.tsx'
import { SnippetWords } from './snippet-words.tsx'

/** Snippets: words that grow out of a few letters typed after a dot. */
export function SnippetsSection() {
  const library = useQuery(ask('notes.getLibrary', {}))
  const save = useCommand('notes.saveSnippet')
  const [open, setOpen] = useState<Snippet | 'new' | null>(null)
  const snippets = library.data?.snippets ?? []
  const removed = library.data ? SHIPPED_SNIPPETS.filter(shipped => !snippets.some(({ id }) => id === shipped.id)) : []
  const add = (
    <Button icon="plus" onClick={() => setOpen('new')}>
      Add snippet
    </Button>
  )
  return (
    <SectionFrame
      title="Snippets"
      note="Type a dot, the letters and a space in any text of a note: the words grow in place. Tab goes from blank to blank."
      actions={add}
    >
      <Problem error={library.error ?? save.error} />
      {library.data && snippets.length === 0 && <Empty title="No snippets on the list">Add one, or bring back one of Myodesk’s.</Empty>}
      {snippets.length > 0 && (
        <Table
          caption="Snippets"
          rows={snippets}
          keyOf={snippet => snippet.id}
          selectedKey={open === 'new' ? null : (open?.id ?? null)}
          onOpen={setOpen}
          columns={[
            { title: 'Letters', width: '96px', cell: snippet => <b>.{snippet.shortcut}</b> },
            { title: 'Words', cell: snippet => <SnippetWords text={snippet.text} /> },
            { title: 'Wording', width: '150px', cell: snippet => <span className={css.quiet}>{wordingOf(snippet)}</span> },
          ]}
        />
      )}
      <BringBack pieces={removed.map(snippet => ({ key: snippet.id, name: `.${snippet.shortcut}`, bringBack: () => save.mutate(snippet) }))} />
      {open && <SnippetPanel key={open === 'new' ? 'new' : open.id} snippet={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </SectionFrame>
  )
}

function wordingOf({ id, shortcut, text }: Snippet): string {
  const shipped = shippedSnippet(id)
  if (!shipped) return 'The clinic’s own'
  return shipped.text === text && shipped.shortcut === shortcut ? 'Myodesk’s' : 'Changed by you'
}
