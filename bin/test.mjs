#!/usr/bin/env node
// Everything that must hold before a change lands: form, types, dead code, and the tests with a real Redis and a real Chromium.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureReady, findBrowser, installDebian, onPath, root, tell } from './setup.mjs'

const node = ensureReady({ development: true })

if (!process.env.REDIS_URL && !onPath('redis-server') && !(installDebian('redis-server') && onPath('redis-server'))) {
  tell('The tests need a real Redis. Install redis-server, or set REDIS_URL to one that may be written to.')
  process.exit(1)
}
if (!findBrowser()) installDebian('chromium-headless-shell')
if (!findBrowser()) {
  tell('The tests need a real Chromium. Install chromium, or set CHROMIUM_PATH to one.')
  process.exit(1)
}

// The tests start many processes, each of which would compile the same files anew.
const env = {
  NODE_COMPILE_CACHE: join(root, '.runtime', 'compile-cache'),
  ...process.env,
  PATH: `${dirname(node)}:${process.env.PATH}`,
}
const tool = (name) => join(root, 'node_modules', '.bin', name)
const run = (name, args) => spawnSync(tool(name), args, { cwd: root, env, stdio: 'inherit' }).status === 0

const only = process.argv.slice(2)
const checks = [
  ['form and imports', 'biome', ['check', '--config-path=config/biome.json', '--error-on-warnings', '.']],
  ['types', 'tsc', ['-p', '.']],
  ['dead code', 'knip', ['--config', 'config/knip.json']],
]
let failed = 0
let passed = 0
if (only.length === 0)
  for (const [what, name, args] of checks) {
    tell(`Checking ${what} …`)
    if (run(name, args)) passed++
    else failed++
  }

const report = join(root, '.runtime', 'test-report.json')
mkdirSync(dirname(report), { recursive: true })
rmSync(report, { force: true })
const clean = run('vitest', [
  'run',
  '--config',
  'config/vitest.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...only,
])
const outcome = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
passed += outcome?.numPassedTests ?? 0
// A file that could not even be loaded counts as a failure of its own.
failed += Math.max(outcome?.numFailedTests ?? 0, clean ? 0 : 1)
const skipped = outcome?.numPendingTests ?? 0
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 ? 1 : 0)
