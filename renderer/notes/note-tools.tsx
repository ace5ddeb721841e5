import { useState } from 'react'
import type { NoteTemplate } from '../../shared/notes/library-schema.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { fillFacts } from '../../shared/notes/snippet-expand.ts'
import { applyTemplate } from '../../shared/notes/templates-apply.ts'
import { useHotkey } from '../lib/hotkeys.ts'
import { Button } from '../ui/button.tsx'
import { offerUndo } from '../ui/undo-bar.tsx'
import { CarryPanel, carryLasting } from './carry-panel.tsx'
import css from './note-tools.module.css'
import { TokenField } from './token-field.tsx'
import { fieldId, focusField, type Writing } from './writing.ts'

/** What spares typing: parts of the last note, and the clinic’s templates. Both are undone in one step. */
export function NoteTools({ writing, templates }: { writing: Writing; templates: readonly NoteTemplate[] }) {
  const { last, content, change } = writing
  const [isCarrying, setCarrying] = useState(false)
  const open = () => {
    setCarrying(true)
    requestAnimationFrame(() => focusField(fieldId('carry')))
  }
  const close = () => {
    setCarrying(false)
    focusField(fieldId('subjective'))
  }
  useHotkey({ keys: 'alt+c', label: 'Note: carry forward from the last visit', run: open, enabled: last !== null })
  const takeLasting = () => {
    carryLasting(writing)
    focusField(content.painBefore.now === null ? fieldId('pain', 'before') : fieldId('subjective'))
  }
  useHotkey({ keys: 'alt+l', label: 'Note: plan, posture, marks and techniques as last time', run: takeLasting, enabled: last !== null })
  useHotkey({ keys: 'alt+u', label: 'Note: use a template', run: () => focusField(fieldId('template')) })
  const use = (id: string) => {
    const template = templates.find(each => each.id === id)
    if (!template) return
    const before = content
    change(was => applyTemplate(was, filled(template, writing)))
    offerUndo(`“${template.name}” was laid under the note.`, () => change(was => withoutTemplate(was, before)))
  }
  return (
    <div>
      <div className={css.tools}>
        <TokenField
          id={fieldId('template')}
          label="Use a template"
          prompt="Use template"
          isSingle
          chosen={[]}
          find={typed =>
            templates.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase())).map(({ id, name }) => ({ value: id, label: name }))
          }
          onAdd={use}
        />
        {last && (
          <span className={css.carry}>
            <Button kind="text" size="small" keys="alt+l" onClick={takeLasting}>
              As last time
            </Button>
            <Button kind="text" size="small" keys="alt+c" pressed={isCarrying} onClick={isCarrying ? close : open}>
              Carry forward
            </Button>
          </span>
        )}
      </div>
      {isCarrying && (
        <div id={fieldId('carry')}>
          <CarryPanel writing={writing} onClose={close} />
        </div>
      )}
    </div>
  )
}

const TEXTS = ['subjective', 'objective', 'assessment', 'plan', 'homeCare'] as const

/** The template with the blanks filled that the visit answers. */
function filled({ content }: NoteTemplate, { facts }: Writing): NoteTemplate['content'] {
  return { ...content, ...Object.fromEntries(TEXTS.map(part => [part, fillFacts(content[part], facts)])) }
}

/** The note as before the template, with the values that were entered since. */
function withoutTemplate(now: NoteContent, before: NoteContent): NoteContent {
  const had = <T,>(rows: readonly T[], name: (row: T) => string, all: readonly T[]) => all.filter(row => rows.some(one => name(one) === name(row)))
  return {
    ...now,
    ...Object.fromEntries(TEXTS.map(part => [part, before[part].trim() === '' ? before[part] : now[part]])),
    activities: had(before.activities, ({ name }) => name, now.activities),
    rom: had(before.rom, ({ motion }) => motion, now.rom),
    strength: had(before.strength, ({ muscle }) => muscle, now.strength),
    specialTests: had(before.specialTests, ({ test }) => test, now.specialTests),
    posture: had(before.posture, ({ finding }) => finding, now.posture),
    scores: now.scores.filter(score => before.scores.some(one => one.measure === score.measure) || score.points !== null || score.ticked !== null),
    blocks: now.blocks.map(block => ({
      ...block,
      techniques: had(before.blocks.find(({ id }) => id === block.id)?.techniques ?? block.techniques, ({ name }) => name, block.techniques),
    })),
  }
}
