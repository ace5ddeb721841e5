/** A way of working with the hands, with what it is for. The words go into notes and letters. */
export type Technique = {
  readonly name: string
  /** Said in one line, for the list. */
  readonly purpose: string
  /** What one types to find it. */
  readonly shorthand: string
}

/** Techniques of medical massage in plain words; notes may name others. */
export const TECHNIQUES: readonly Technique[] = [
  { name: 'Swedish massage', shorthand: 'sw', purpose: 'Long strokes and kneading to warm tissue and prepare it for deeper work' },
  { name: 'Deep tissue massage', shorthand: 'dt', purpose: 'Slow, firm strokes along deep muscle layers' },
  { name: 'Neuromuscular therapy', shorthand: 'nmt', purpose: 'Searching pressure on taut bands and attachments that drive pain' },
  { name: 'Myofascial release', shorthand: 'mfr', purpose: 'Sustained, gentle stretch of fascia until it yields' },
  { name: 'Trigger point release', shorthand: 'trp', purpose: 'Held pressure on a tender point that refers pain' },
  { name: 'Ischemic compression', shorthand: 'ic', purpose: 'Gradual pressure held on a knot, then let go' },
  { name: 'Muscle energy technique', shorthand: 'met', purpose: 'The patient pushes gently, relaxes, and the joint gains range' },
  { name: 'Positional release', shorthand: 'prt', purpose: 'Muscle held short in its easiest position until guarding lets go' },
  { name: 'Cross-fiber friction', shorthand: 'xff', purpose: 'Short strokes across tendon, ligament or scar to free adhesions' },
  { name: 'Rehabilitative stretching', shorthand: 'str', purpose: 'Assisted stretching that restores length and range' },
  { name: 'Contract-relax stretching', shorthand: 'pnf', purpose: 'Stretching after a contraction of the same muscle' },
  { name: 'Pin and stretch', shorthand: 'pin', purpose: 'Pressure on a band while the muscle is lengthened' },
  { name: 'Joint mobilization, soft tissue', shorthand: 'jm', purpose: 'Slow, rhythmic movement within the joint’s range' },
  { name: 'Manual lymph drainage', shorthand: 'mld', purpose: 'Light, directed strokes that help fluid leave a swollen region' },
  { name: 'Scar mobilization', shorthand: 'scar', purpose: 'Gentle lifting and gliding of a healed scar' },
  { name: 'Cupping', shorthand: 'cup', purpose: 'Suction that lifts skin and fascia, still or gliding' },
  { name: 'Instrument-assisted soft tissue work', shorthand: 'iastm', purpose: 'A smooth tool finds and frees restrictions' },
  { name: 'Active release with movement', shorthand: 'arm', purpose: 'Contact is held while the patient moves through range' },
  { name: 'Craniosacral hold', shorthand: 'cst', purpose: 'Very light holds at head and sacrum to calm the nervous system' },
  { name: 'Intraoral jaw work', shorthand: 'tmj', purpose: 'Gloved release of the chewing muscles' },
  { name: 'Rocking and shaking', shorthand: 'rock', purpose: 'Rhythmic movement that lowers muscle tone' },
  { name: 'Muscle testing', shorthand: 'mmt', purpose: 'Graded strength test that guides and rechecks treatment' },
  { name: 'Passive-resistive stretching', shorthand: 'prs', purpose: 'The muscle is lengthened for the patient, who then resists' },
  { name: 'Guided movement', shorthand: 'mov', purpose: 'The patient learns to move the joint without guarding' },
  { name: 'Stripping', shorthand: 'strip', purpose: 'Slow gliding pressure along the length of a muscle' },
  { name: 'Gliding strokes (effleurage)', shorthand: 'eff', purpose: 'Long strokes that warm, soothe and move fluid' },
  { name: 'Kneading (petrissage)', shorthand: 'pet', purpose: 'Lifting and squeezing muscle to soften it' },
  { name: 'Percussion (tapotement)', shorthand: 'tap', purpose: 'Light, quick tapping that wakes tired muscle' },
  { name: 'Skin rolling', shorthand: 'roll', purpose: 'Skin and fascia are lifted and rolled where they stick' },
  { name: 'Gentle traction', shorthand: 'trac', purpose: 'A slow pull that unloads the joint' },
  { name: 'Nerve gliding', shorthand: 'ng', purpose: 'Small movements that let a nerve slide in its bed' },
  { name: 'Orthopedic massage', shorthand: 'om', purpose: 'Assessment and several methods, aimed at one structure' },
  { name: 'Sports massage', shorthand: 'sport', purpose: 'Before or after effort, to prepare or to recover' },
  { name: 'Hot stone massage', shorthand: 'stone', purpose: 'Warm stones soften muscle before deeper work' },
  { name: 'Reflexology', shorthand: 'rfx', purpose: 'Pressure on the soles or palms to calm the patient' },
  { name: 'Shiatsu', shorthand: 'shi', purpose: 'Thumb and palm pressure along lines, through clothing' },
  { name: 'Thai massage', shorthand: 'thai', purpose: 'Pressing and assisted stretches on the mat' },
  { name: 'Kinesiology taping', shorthand: 'tape', purpose: 'Elastic tape that reminds and unloads between visits' },
  { name: 'Breathing and relaxation', shorthand: 'br', purpose: 'Slow breathing taught to lower guarding' },
  { name: 'Hot pack', shorthand: 'hot', purpose: 'Heat before treatment' },
  { name: 'Cold pack', shorthand: 'cold', purpose: 'Cold after treatment' },
]

/** Techniques whose name or shorthand begins with what was typed, then those that contain it; the clinic’s own first among equals. All for an empty text. */
export function findTechniques(typed: string, own: readonly Technique[] = []): readonly Technique[] {
  const wanted = typed.trim().toLowerCase()
  const rank = ({ name, shorthand }: Technique) => {
    if (shorthand.toLowerCase() === wanted && wanted !== '') return 0
    const words = name.toLowerCase()
    if (words.startsWith(wanted) || (shorthand !== '' && shorthand.toLowerCase().startsWith(wanted))) return 1
    return words.includes(wanted) ? 2 : 3
  }
  const names = new Set(own.map(({ name }) => name.toLowerCase()))
  const all = [...own, ...TECHNIQUES.filter(({ name }) => !names.has(name.toLowerCase()))]
  return all.filter(technique => rank(technique) < 3).toSorted((a, b) => rank(a) - rank(b))
}
