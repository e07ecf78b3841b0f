#!/usr/bin/env node
import { ensureReady, runTypeScript } from './setup.mjs'

const args = process.argv.slice(2)
const node = ensureReady({ browser: args[0] === 'serve' || args[0] === 'worker' })
process.exit(await runTypeScript(node, 'src/cli/main.ts', args))
