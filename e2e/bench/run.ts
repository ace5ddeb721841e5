import '../stand-in/node-version.ts'
import { argv } from 'node:process'
import { benchMonth } from './bench-month.ts'
import { benchAlone, benchPdf } from './bench-pdf.ts'
import { validate } from './validate.ts'

const [what, ...rest] = argv.slice(2)
const rounds = Number(rest.find(word => /^\d+$/.test(word)) ?? 5)

const benches: Readonly<Record<string, () => Promise<unknown>>> = {
  pdf: async () => {
    await benchPdf({ rounds, papers: 20, batch: 500, withChromium: !rest.includes('--without-chromium') })
    await benchAlone(500)
  },
  batch: () => benchMonth(rest.includes('--short') ? 20 : 500),
  validate,
}

const bench = benches[what ?? '']
if (!bench) {
  console.error(`Say what to measure: ${Object.keys(benches).join(', ')}. For example: npm run bench -- pdf`)
  process.exit(1)
}
await bench()
