import type { z } from 'zod'
import type { NoteTemplate } from '../../shared/notes/library-schema.ts'
import { POSTURE_FINDINGS } from '../../shared/notes/posture.ts'
import { MOTIONS, motionLabel } from '../../shared/notes/rom.ts'
import { SPECIAL_TESTS } from '../../shared/notes/special-tests.ts'
import { MUSCLES } from '../../shared/notes/strength.ts'
import { TECHNIQUES } from '../../shared/notes/techniques.ts'
import { MEASURES } from '../../shared/outcomes/measures.ts'
import type { ClinicForm } from '../lib/forms.ts'
import { NamesField } from './names-field.tsx'

type Fields = Omit<z.input<typeof NoteTemplate>, 'id'>

const MEASURE_LIST = Object.values(MEASURES)
const names = <T,>(list: readonly T[], nameOf: (entry: T) => string) => list.map(nameOf)

/** The rows a template lays out in a note: names to measure, without values. */
export function TemplateRows({ form }: { form: Pick<ClinicForm<Fields, unknown>, 'bind'> }) {
  const activities = form.bind('content.activities')
  const motions = form.bind('content.motions')
  const muscles = form.bind('content.muscles')
  const tests = form.bind('content.tests')
  const posture = form.bind('content.posture')
  const techniques = form.bind('content.techniques')
  const measures = form.bind('content.measures')
  const motionNames = names(MOTIONS, ({ motion }) => motionLabel(motion))
  const measureNames = names(MEASURE_LIST, ({ shortName }) => shortName)
  return (
    <>
      <NamesField label="Patient’s own activities" hint="At most five." {...activities} suggestions={[]} />
      <NamesField
        label="Motions to measure"
        suggestions={motionNames}
        isClosed
        error={motions.error}
        value={motions.value.map(motionLabel)}
        onChange={chosen => motions.onChange(MOTIONS.map(({ motion }) => motion).filter(motion => chosen.includes(motionLabel(motion))))}
      />
      <NamesField label="Muscles to test" {...muscles} suggestions={names(MUSCLES, ({ name }) => name)} />
      <NamesField label="Special tests" {...tests} suggestions={names(SPECIAL_TESTS, ({ name }) => name)} />
      <NamesField label="Posture findings" {...posture} suggestions={names(POSTURE_FINDINGS, ({ finding }) => finding)} />
      <NamesField label="Techniques" {...techniques} suggestions={names(TECHNIQUES, ({ name }) => name)} />
      <NamesField
        label="Measures"
        suggestions={measureNames}
        isClosed
        error={measures.error}
        value={MEASURE_LIST.filter(({ key }) => measures.value.includes(key)).map(({ shortName }) => shortName)}
        onChange={chosen => measures.onChange(MEASURE_LIST.filter(({ shortName }) => chosen.includes(shortName)).map(({ key }) => key))}
      />
    </>
  )
}
