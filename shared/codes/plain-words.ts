/** How the official labels begin what people say in plain words; searched besides the word itself. */
const OFFICIAL: Readonly<Record<string, readonly string[]>> = {
  neck: ['cervic'],
  pain: ['cervicalgia', 'dorsalgia', 'arthralgia', 'myalgia', 'sciatica', 'ache', 'headache'],
  back: ['dors', 'thorac', 'lumb'],
  low: ['lumb', 'sacr'],
  lower: ['lumb', 'sacr'],
  jaw: ['temporomandibular'],
  tmj: ['temporomandibular'],
  frozen: ['adhesive'],
  whiplash: ['S134', 'S161'],
  heel: ['plantar', 'calcane'],
  headache: ['migraine', 'cephalgia'],
  cramp: ['spasm'],
  cramps: ['cramp', 'spasm'],
  tennis: ['lateral'],
  golfer: ['medial'],
}

/** Beginnings of words that a searched word may mean, itself first: `neck` also finds `Cervicalgia`. */
export function meaningsOf(word: string): readonly string[] {
  return [word, ...(Object.hasOwn(OFFICIAL, word.toLowerCase()) ? (OFFICIAL[word.toLowerCase()] ?? []) : [])]
}
