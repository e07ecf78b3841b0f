#!/usr/bin/env node
import { ensureReady, runTypeScript } from './setup.mjs'

const [name, ...args] = process.argv.slice(2)
const node = ensureReady({ development: true })
process.exit(await runTypeScript(node, `test/bench/${name}.ts`, args))
