import { argv, stdout } from 'node:process'
import { measureAlone } from './batch-alone.ts'

const [resourcesDir = '', count = ''] = argv.slice(2)
stdout.write(JSON.stringify(await measureAlone(resourcesDir, Number(count))))
