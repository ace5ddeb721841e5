import type { Database } from '../db/open.ts'
import { transaction } from '../db/transaction.ts'

const takenBack = new Error('taken back')

/** What a question asks for as if changes had been made: `work` makes them and looks, then every one is taken back. */
export function tryOut<T>(db: Database, work: () => T): T {
  const answers: T[] = []
  try {
    transaction(db, () => {
      answers.push(work())
      throw takenBack
    })
  } catch (error) {
    if (error !== takenBack) throw error
  }
  const [answer] = answers
  if (answer === undefined) throw new Error('Trying out gave no answer.')
  return answer
}
