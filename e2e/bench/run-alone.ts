import { argv, stdout } from 'node:process'
import { measureAlone } from './batch-alone.ts'

stdout.write(JSON.stringify(await measureAlone(Number(argv[2]))))
