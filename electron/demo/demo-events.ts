import type { HealthHistory } from '../../shared/health/schema.ts'
import { screenedAsBefore } from '../../shared/health/standing.ts'
import { addDays } from '../../shared/lib/dates.ts'
import { emptyContent } from '../../shared/notes/new-content.ts'
import type { NoteContent } from '../../shared/notes/schema.ts'
import { clear } from './demo-health.ts'
import type { Stage } from './demo-stage.ts'
import type { Begun, Role } from './demo-visits.ts'

/** Signatures as drawn with a pen on the tablet at the desk. */
const DANA =
  'M70 112L74 84L82 52L90 40L104 44L118 62L120 86L108 106L88 114L72 110M132 104L140 92L150 90L152 102L146 110L136 108M152 92L158 108L168 92L176 92L178 108M186 108L192 92L204 90L206 104L198 110L190 106M206 92L212 108M250 48L262 108L278 62L292 108L308 46M318 60L320 108L330 90L338 108M348 92L350 108M360 70L362 108M354 86L370 84M378 104L392 76L400 100L430 92L470 96L520 84'
const THEO =
  'M60 50L150 44M104 48L98 116M150 80L146 116L158 96L170 114M180 104L196 98L192 90L182 96L184 112L202 108M212 94L226 92L228 108L214 110L212 96M270 114L278 48L298 96L320 46L332 114M344 100L360 92L362 112L350 112M370 94L372 112M378 96L388 92M400 92L396 112L410 108M420 60L422 114L434 94L446 114L500 100'

/** How the person who treats signs. */
export const drawnBy = ({ person }: Role): string => (person.theo ? THEO : DANA)

/** A visit at which nothing was done: the patient came with a fever. */
export function withheldContent(history: HealthHistory | null): NoteContent {
  const content = emptyContent()
  const { answers, found } = screenedAsBefore({ answers: {}, found: [] }, null, history)
  return {
    ...content,
    screening: { ...content.screening, answers: { ...answers, fever: 'yes' }, found, temperature: 100.9, remark: 'Chills since last night.', isWithheld: true },
    plan: 'Sent home to rest. Book again once the fever has been gone for a day.',
  }
}

/** The visit at which a pregnancy is first told: treated with a reason, before the clearance in writing comes. */
export function pregnancyTold(stage: Stage, role: Role, content: NoteContent): NoteContent {
  const history = role.health()
  if (!history) throw new Error('A pregnancy is told by somebody whose intake was taken.')
  const pregnancy = { state: 'yes' as const, dueOn: addDays(stage.today, 120), remark: 'Second trimester, no complications' }
  const changed = { ...history, pregnancy }
  stage.request('health.save', { patientId: role.records().patientId, takenOn: stage.time().today, history: changed })
  role.learn(changed)
  return {
    ...content,
    screening: {
      ...content.screening,
      remark: '',
      answers: { ...content.screening.answers, pregnancy: 'yes' },
      found: [...content.screening.found, { item: 'pregnancy', sites: [], remark: 'Second trimester' }],
      overrideReason: 'The midwife’s office said by phone at 9:05 am that light neck work on the side is fine; clearance in writing to follow.',
    },
    plan: `Side-lying from now on, no work on abdomen or legs. ${content.plan}`,
  }
}

/** The clearance in writing, a day after the pregnancy was told. */
export function pregnancyCleared(stage: Stage, role: Role) {
  const { today } = stage.time()
  const terms = 'Side-lying, light to medium pressure, no abdomen, no deep work on the legs.'
  const given = { patientId: role.records().patientId, item: 'pregnancy' as const, givenBy: 'Larkspur Midwives', terms }
  clear(stage, { ...given, givenOn: today, expiresOn: addDays(stage.today, 100) })
}

/** Takes back a signed note that was written about another patient, and begins the right one. */
export function takeBack({ request }: Stage, { appointmentId, noteId }: Begun): Begun {
  request('notes.markInError', { noteId, reason: 'Written about the patient before; this visit’s own note follows.' })
  const note = request('notes.begin', { appointmentId })
  return { appointmentId, noteId: note.id, revision: note.revision }
}
