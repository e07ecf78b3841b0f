#!/usr/bin/env node
import { ensureReady, runTypeScript } from './setup.mjs'

const args = process.argv.slice(2)
const stays = args[0] === 'serve' || args[0] === 'worker'
const node = ensureReady({ browser: stays })
// What stays running is small rather than quick: a smaller young generation halves its memory.
process.exit(await runTypeScript(node, 'src/cli/main.ts', args, stays ? ['--max-semi-space-size=4'] : []))
