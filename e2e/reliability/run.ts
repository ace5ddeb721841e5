import '../stand-in/node-version.ts'

type LongForm = (count: number | undefined) => Promise<boolean>

/** The long forms of what `npm test` shows in short, by name. Each prints its counts and answers whether nothing was wrong. */
const FORMS: Readonly<Record<string, () => Promise<LongForm>>> = {
  money: async () => (await import('./money.ts')).liveManyHistories,
  papers: async () => (await import('./papers.ts')).stopManyBatches,
}

const [name = '', ...options] = process.argv.slice(2)
const form = FORMS[name]
if (!form) {
  console.error(`Say which: ${Object.keys(FORMS).join(', ')}. For example: npm run reliability -- money --count 1000`)
  process.exit(1)
}
const at = options.indexOf('--count')
const count = at < 0 ? undefined : Number(options[at + 1])
const isSound = await (await form())(count)
process.exit(isSound ? 0 : 1)
