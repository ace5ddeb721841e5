import { CONDITIONS, type ConditionName, type LetterFacts, PLACEHOLDERS, type PlaceholderName } from './letter-placeholders.ts'

const BRACES = /\{([^{}]*)\}/g
const CONDITION_NAMES: ReadonlySet<string> = new Set(CONDITIONS.map(({ name }) => name))
const PLACEHOLDER_NAMES: ReadonlySet<string> = new Set(PLACEHOLDERS.map(({ name }) => name))
const isCondition = (name: string): name is ConditionName => CONDITION_NAMES.has(name)
const isPlaceholder = (name: string): name is PlaceholderName => PLACEHOLDER_NAMES.has(name)
const nameIn = (inside: string) => inside.trim().toLowerCase().replace(/\s+/g, ' ')

/** A full stop after these does not end a sentence. */
const SHORT_FORMS = /\b(Dr|Mr|Mrs|Ms|St|vs|approx|no|No|e\.g|i\.e)\.$/

/** The sentences of a template, line by line: a line break starts a paragraph. */
function sentencesOf(line: string): string[] {
  const sentences: string[] = []
  let from = 0
  for (const { index, 0: end } of line.matchAll(/[.!?…]["”’)]?\s+(?=[\p{Lu}{“"])/gu)) {
    const sentence = line.slice(from, index + end.length)
    if (SHORT_FORMS.test(sentence.trimEnd())) continue
    sentences.push(sentence)
    from = index + end.length
  }
  return [...sentences, line.slice(from)].map(sentence => sentence.trim()).filter(sentence => sentence !== '')
}

/**
 * A template filled from the records. A sentence is left out when a condition in it does not hold, or when it asks for words that the records do not
 * know: so a clinic’s own wording never says what was not measured.
 */
export function fillTemplate(template: string, facts: LetterFacts): string {
  return template
    .split('\n')
    .map(line =>
      sentencesOf(line)
        .flatMap(sentence => filled(sentence, facts) ?? [])
        .join(' '),
    )
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

function filled(sentence: string, { words, holds }: LetterFacts): string | null {
  let isKnown = true
  const text = sentence.replace(BRACES, (_, inside: string) => {
    const name = nameIn(inside)
    if (isCondition(name)) {
      if (!holds.has(name)) isKnown = false
      return ''
    }
    const known = isPlaceholder(name) ? words[name] : null
    if (known === null || known === '') isKnown = false
    return known ?? ''
  })
  if (!isKnown) return null
  // The therapist’s own words may end a sentence already; a condition leaves a space behind.
  return text
    .replace(/([!?…])\.(?=\s|$)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What is wrong with a template, in words: a placeholder that does not exist, a brace left open. Null when nothing is. */
export function templateProblem(template: string): string | null {
  for (const [, inside = ''] of template.matchAll(BRACES)) {
    const name = nameIn(inside)
    if (!isCondition(name) && !isPlaceholder(name)) return `“{${inside}}” is not one of the placeholders. Choose one from the list, or take the braces out.`
  }
  return /[{}]/.test(template.replace(BRACES, '')) ? 'A brace is left open. Close it with “}”, or take it out.' : null
}

const JUDGES = /(?<!\bif )\b(improv\w*|better|progress\w*|worse\w*|unchanged|reliev\w*|resolved|goals? (is|are) met|well tolerated)\b/i

/** Sentences that judge the course without asking how it stands: they would stand in every letter, also in one where they are false. */
export function unconditionalJudgments(template: string): readonly string[] {
  return template.split('\n').flatMap(line =>
    sentencesOf(line).filter(sentence => {
      const asks = [...sentence.matchAll(BRACES)].some(([, inside = '']) => isCondition(nameIn(inside)))
      return !asks && JUDGES.test(sentence.replace(BRACES, ''))
    }),
  )
}
