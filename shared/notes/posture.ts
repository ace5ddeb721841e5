import type { NoteContent } from './schema.ts'

/** What one sees in a standing patient, in plain words, and whether it has a side. */
export type PostureFinding = { readonly finding: string; readonly isSided: boolean }

const plain = (...findings: readonly string[]): readonly PostureFinding[] => findings.map(finding => ({ finding, isSided: false }))
const sided = (...findings: readonly string[]): readonly PostureFinding[] => findings.map(finding => ({ finding, isSided: true }))

/** The usual findings from head to foot; notes may name others. */
export const POSTURE_FINDINGS: readonly PostureFinding[] = [
  ...plain('Forward head', 'Poking chin'),
  ...sided('Head tilted', 'Head turned', 'High shoulder', 'Rounded shoulder', 'Winged shoulder blade'),
  ...plain(
    'Rounded upper back (kyphosis)',
    'Flat upper back',
    'Side curve of the spine (scoliosis)',
    'Hollow low back (lordosis)',
    'Flat low back',
    'Sway back',
  ),
  ...sided('Trunk shifted', 'High hip', 'Pelvis turned forward'),
  ...plain('Pelvis tipped forward', 'Pelvis tipped back'),
  ...sided('Short leg', 'Leg turned out', 'Leg turned in', 'Knee bent back (hyperextended)', 'Knock knee', 'Bow leg', 'Flat foot', 'High arch'),
  ...sided('Limp', 'Short step', 'Arm held close, does not swing', 'Weight off one leg'),
  ...plain('Guarded movement', 'Stiff getting up'),
]

const BY_NAME: ReadonlyMap<string, PostureFinding> = new Map(POSTURE_FINDINGS.map(each => [each.finding.toLowerCase(), each]))

/** A finding by its words; one of the clinic’s own may have a side. */
export const postureFindingOf = (finding: string): PostureFinding => BY_NAME.get(finding.toLowerCase()) ?? { finding, isSided: true }

/** Findings that have every word that was typed. */
export function findPosture(typed: string): readonly PostureFinding[] {
  const words = typed.trim().toLowerCase().split(/\s+/)
  return POSTURE_FINDINGS.filter(({ finding }) => words.every(word => finding.toLowerCase().includes(word)))
}

/** `High shoulder, left, moderate`: a finding in one line. */
export function postureInWords({ finding, side, grade }: NoteContent['posture'][number]): string {
  return [finding, side === 'both' ? 'both sides' : side, grade].filter(Boolean).join(', ')
}
