import { findSites, sideTyped, wordsOf } from './mark-words.ts'
import { type Mark, type MarkKind, markWords, PainQuality } from './marks.ts'
import { mainPlaceOf } from './places.ts'
import { type BodySite, sideOfSite } from './sites.ts'

/** A mark as typed or tapped, before it has an id. */
export type NewMark = Omit<Mark, 'id'>

/** How each kind may be begun; longer ones first, so that `trigger point` is not read as `trigger` at a `point`. */
const KIND_WORDS: readonly (readonly [words: string, kind: MarkKind])[] = [
  ['trigger point', 'trigger-point'],
  ['trigger pt', 'trigger-point'],
  ['trigger', 'trigger-point'],
  ['trp', 'trigger-point'],
  ['tp', 'trigger-point'],
  ['pain', 'pain'],
  ['tension', 'tension'],
  ['tight', 'tension'],
  ['tone', 'tension'],
  ['ten', 'tension'],
  ['adhesion', 'adhesion'],
  ['adh', 'adhesion'],
  ['numbness', 'numbness'],
  ['numb', 'numbness'],
  ['swelling', 'swelling'],
  ['swollen', 'swelling'],
  ['swell', 'swelling'],
  ['edema', 'swelling'],
  ['scar', 'scar'],
  ['treated', 'treated'],
  ['tx', 'treated'],
]

const GRADE = /^(\d{1,2})(?:\/(?:4|10))?$/

function kindBegun(words: readonly string[]): { kind: MarkKind; rest: readonly string[] } | undefined {
  const typed = words.join(' ')
  const found = KIND_WORDS.find(([begin]) => typed === begin || typed.startsWith(`${begin} `))
  return found && { kind: found[1], rest: words.slice(found[0].split(' ').length) }
}

const qualityOf = (word: string): PainQuality | undefined =>
  PainQuality.options.find(
    quality => quality !== '' && (quality === word || (word.length >= 3 && quality.startsWith(word)) || (word === 'ache' && quality === 'aching')),
  )

type Said = { readonly grade: number | null; readonly quality: PainQuality; readonly siteWords: string }

function read(words: readonly string[], kind: MarkKind): Said {
  const { maxGrade } = markWords(kind)
  let grade: number | null = null
  let quality: PainQuality = ''
  const rest: string[] = []
  for (const word of words) {
    const number = GRADE.exec(word)?.[1]
    const named = kind === 'pain' && rest.length > 0 ? qualityOf(word) : undefined
    if (number !== undefined && Number(number) <= maxGrade) grade = Number(number)
    else if (named) quality = named
    else if (word !== 'of') rest.push(word)
  }
  return { grade, quality, siteWords: rest.join(' ') }
}

// Without a side of its own, a referral stays on the side it comes from.
function referralOf(typed: string | undefined, from: BodySite): NewMark['refersTo'] {
  if (!typed?.trim()) return null
  const hasSide = wordsOf(typed).some(word => sideTyped(word) !== undefined)
  const found = findSites(typed)
  const site = (hasSide ? undefined : found.find(each => sideOfSite(each) === sideOfSite(from) && isBestName(each, found))) ?? found[0]
  return site ? { site, at: mainPlaceOf(site) } : null
}

const isBestName = (site: BodySite, found: readonly BodySite[]) => site.replace(/-(left|right)$/, '') === found[0]?.replace(/-(left|right)$/, '')

/**
 * Every mark that may be meant by one typed line, the likeliest first: kind, place, grade, quality, `>` where it refers to, `:` a remark, as in
 * `tp lev r 3 > temporalis` or `pain neck l 5 aching: worse at the desk`. Without a kind it is of `usual`, the chosen tool. Empty without a place.
 */
export function findMarks(typed: string, usual: MarkKind): readonly NewMark[] {
  const [sentence = '', ...remark] = typed.split(':')
  const [place = '', referral] = sentence.split('>')
  const words = wordsOf(place)
  const begun = kindBegun(words)
  const kind = begun?.kind ?? usual
  const { grade, quality, siteWords } = read(begun?.rest ?? words, kind)
  if (wordsOf(siteWords).every(word => sideTyped(word))) return []
  return findSites(siteWords).map(site => ({
    kind,
    site,
    at: mainPlaceOf(site),
    grade,
    quality,
    refersTo: referralOf(referral, site),
    remark: remark.join(':').trim().slice(0, 200),
  }))
}

/** The likeliest mark meant by one typed line, or null where no place is named in it. */
export function parseMark(typed: string, usual: MarkKind): NewMark | null {
  return findMarks(typed, usual)[0] ?? null
}
