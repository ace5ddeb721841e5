import { Snippet } from '../../shared/notes/library-schema.ts'
import { shippedSnippet } from '../../shared/notes/shipped-snippets.ts'
import { useCommand } from '../lib/api.ts'
import { useClinicForm } from '../lib/forms.ts'
import { todayHere } from '../ui/clock.ts'
import { FormPanel } from '../ui/form-panel.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { dateInWords } from '../ui/words.tsx'
import { PieceActions } from './piece-actions.tsx'
import css from './settings.module.css'
import { SnippetWords } from './snippet-words.tsx'

const Fields = Snippet.omit({ id: true })

/** One snippet: its letters, its words, and how they will look in a note. */
export function SnippetPanel({ snippet, onClose }: { snippet: Snippet | null; onClose: () => void }) {
  const save = useCommand('notes.saveSnippet')
  const remove = useCommand('notes.removeSnippet')
  const form = useClinicForm({ schema: Fields, start: snippet ? { shortcut: snippet.shortcut, text: snippet.text } : { shortcut: '', text: '' } })
  const send = form.submit(async fields => {
    await save.mutateAsync({ id: snippet?.id ?? null, ...fields })
    onClose()
  })
  const shipped = snippet && shippedSnippet(snippet.id)
  const isChanged = shipped && (shipped.text !== snippet.text || shipped.shortcut !== snippet.shortcut)
  const done = (words: string, kept: Snippet) => {
    offerUndo(words, () => save.mutate(kept))
    onClose()
  }
  const takeOff = (kept: Snippet) => {
    remove.mutate({ snippetId: kept.id }, { onSuccess: () => done(`“.${kept.shortcut}” is off the list.`, kept) })
  }
  const goBack = (kept: Snippet, wording: Snippet) => {
    save.mutate(wording, { onSuccess: () => done(`“.${wording.shortcut}” has Myodesk’s wording again.`, kept) })
  }
  const text = form.bind('text')
  const facts = { patient: 'Maria Ortega', today: dateInWords(todayHere()), region: 'neck and upper back', pain: '4' }
  return (
    <FormPanel
      title={snippet ? `.${snippet.shortcut}` : 'New snippet'}
      save="Save snippet"
      busy={form.isBusy}
      problem={form.problem ?? remove.error}
      onSave={() => void send()}
      onClose={onClose}
      width={480}
    >
      <TextField
        label="Letters after the dot"
        hint="One to twelve letters or digits; they are typed in lower case."
        maxLength={12}
        {...form.bind('shortcut')}
      />
      <TextArea
        label="Words they grow into"
        hint="{patient}, {today}, {region} and {pain} fill themselves. Any other word in braces is a blank that Tab goes to."
        rows={3}
        {...text}
      />
      <div className={css.preview} aria-live="polite">
        <h3 className={css.quiet}>In a note</h3>
        <p>
          {text.value.trim() === '' ? (
            <span className={css.dim}>The words appear here as you type them.</span>
          ) : (
            <SnippetWords text={text.value} facts={facts} />
          )}
        </p>
      </div>
      {snippet && (
        <PieceActions what="snippet" onRemove={() => takeOff(snippet)} onGoBack={shipped && isChanged ? () => goBack(snippet, shipped) : undefined} />
      )}
    </FormPanel>
  )
}
