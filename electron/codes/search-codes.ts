import type { CodeEntry } from '../../shared/codes/icd10.ts'
import { meaningsOf } from '../../shared/codes/plain-words.ts'
import { readCodeSearch } from '../../shared/codes/search-words.ts'
import type { LocalDate } from '../../shared/lib/dates.ts'
import type { Services } from '../app/services.ts'
import { listCodesMatching } from './repository.ts'

/** Finds diagnosis codes by the beginning of the code or of words in any order, plain ones such as “neck pain” too; nothing for a text without letters or digits. */
export function searchCodes({ db }: Pick<Services, 'db'>, { text, on }: { text: string; on: LocalDate }): (CodeEntry & { isValid: boolean })[] {
  const { words, bare } = readCodeSearch(text)
  if (words.length === 0) return []
  // Words hold letters and digits only; the quotes keep AND, OR and NOT from being operators.
  const anyMeaning = (word: string) =>
    `(${meaningsOf(word)
      .map(meaning => `"${meaning}"*`)
      .join(' OR ')})`
  return listCodesMatching(db, { match: words.map(anyMeaning).join(' AND '), bare, on })
}
