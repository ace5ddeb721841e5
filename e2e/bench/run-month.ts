import { argv, stdout } from 'node:process'
import { measureMonth } from './batch-month.ts'

stdout.write(JSON.stringify(await measureMonth(argv[2] ?? '')))
