import { openProcess } from '../../src/processes/open-process.ts'
import type { Asked } from './answering-process.ts'

/** Asks a process of its own something that is never answered, and says on standard output which process that is. */
const asked = openProcess<Asked, number>(new URL('./answering-process.ts', import.meta.url))
console.log(await asked.ask({ does: 'tell its id' }))
if (process.argv[2] === 'wait') await asked.ask({ does: 'hang' })
