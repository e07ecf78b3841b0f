// Makes the project ready to run with nothing but git and Node 20: plain JavaScript, no packages.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const runtimeDir = join(root, '.runtime')
const ownNode = join(runtimeDir, 'node_modules', 'node', 'bin', 'node')
const stampFile = join(root, 'node_modules', '.eenlijn-ready.json')

/** Standard output belongs to the commands, so what is being done is told on standard error. */
export const tell = (line) => process.stderr.write(`${line}\n`)

/** The database driver needs at least this; the npm package `node` brings it where the machine has an older one. */
const leastNode = [22, 18]

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])
}

/** Runs a command with its output on standard error; false when it failed. */
function run(command, args, env) {
  const done = spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  return done.status === 0
}

/** The environment in which `node` and `npm` are the given Node's, without what an outer npm set. */
function environmentFor(node) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)))
  return { ...env, PATH: `${dirname(node)}${delimiter}${env.PATH ?? ''}` }
}

const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']

/** Installs a package beside the project's own, in a folder that git does not see. */
function installAside(node, name, range) {
  mkdirSync(runtimeDir, { recursive: true })
  const manifest = join(runtimeDir, 'package.json')
  // npm 11 runs a package's install script only where the folder's manifest allows it.
  if (!existsSync(manifest)) writeFileSync(manifest, JSON.stringify({ private: true, allowScripts: { node: true } }))
  return run('npm', ['install', '--prefix', runtimeDir, ...quiet, `${name}@${range}`], environmentFor(node))
}

function ensureNode() {
  if (isNewEnough(process.versions.node)) return process.execPath
  if (!existsSync(ownNode)) {
    tell(`Node ${process.versions.node} is older than ${leastNode.join('.')}: getting Node 24 for this folder …`)
    if (!installAside(process.execPath, 'node', '24') || !existsSync(ownNode)) {
      tell(`Node 24 could not be installed. Install Node ${leastNode.join('.')} or newer yourself (https://nodejs.org) and try again.`)
      process.exit(1)
    }
  }
  return ownNode
}

function ensurePackages(node, withDevelopment) {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package.json')))
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {}
  if (stamp.wanted === wanted && (stamp.development || !withDevelopment)) return false
  // What is there for development stays when only the rest is asked for.
  const development = withDevelopment || stamp.development === true
  tell(development ? 'Getting the packages, those for development too …' : 'Getting the packages …')
  const args = ['install', '--no-save', ...(development ? [] : ['--omit=dev']), ...quiet]
  if (!run('npm', args, environmentFor(node))) {
    tell('The packages could not be installed. Is there a connection to the npm registry? Try again when there is.')
    process.exit(1)
  }
  writeFileSync(stampFile, JSON.stringify({ wanted, development }))
  return true
}

const browserNames = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** The program of this name on the PATH, or null. */
export function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    if (folder !== '' && existsSync(join(folder, name))) return join(folder, name)
  return null
}

export const findBrowser = () => {
  if (process.env.CHROMIUM_PATH && existsSync(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH
  for (const name of browserNames) if (onPath(name)) return onPath(name)
  return null
}

const packagedBrowser = join(runtimeDir, 'node_modules', '@sparticuz', 'chromium')

/** A browser is good to have, not needed: without one, pages that show nothing without scripts are said to be unseen. */
function ensureBrowser(node, isNew) {
  const found = findBrowser() ?? (existsSync(packagedBrowser) ? packagedBrowser : null)
  if (found && isNew) tell(`Found a browser: ${found}`)
  if (found) return
  tell('No Chromium on this machine: getting one …')
  const done = installAside(node, '@sparticuz/chromium', '153')
  if (!done) tell('No browser could be had. Pages that need one will be said to be unseen.')
}

/** Installs Debian packages where that is possible; false elsewhere. */
export function installDebian(...packages) {
  if (!onPath('apt-get')) return false
  const isRoot = process.getuid?.() === 0
  if (!isRoot && !onPath('sudo')) return false
  const apt = (...args) =>
    isRoot
      ? run('apt-get', args, { ...process.env, DEBIAN_FRONTEND: 'noninteractive' })
      : run('sudo', ['-n', 'apt-get', ...args], process.env)
  tell(`Installing ${packages.join(' and ')} …`)
  return apt('-qq', 'update') && apt('-qq', '-y', 'install', '--no-install-recommends', ...packages)
}

/**
 * Makes everything ready that is not yet, naming each step.
 * @returns the Node to run on.
 */
export function ensureReady({ development = false, browser = false } = {}) {
  const node = ensureNode()
  const isNew = ensurePackages(node, development)
  if (browser) ensureBrowser(node, isNew)
  return node
}

/**
 * Threads that read text and decode pictures take a hundred megabytes and end; without these the C library keeps that memory for
 * threads that never come (glibc mallopt(3); other systems ignore them).
 */
const givesMemoryBack = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' }

/** Runs a TypeScript file of the project on `node`, in the caller's own folder; resolves to its exit code. */
export function runTypeScript(node, file, args, flags = []) {
  const tsx = pathToFileURL(createRequire(join(root, 'package.json')).resolve('tsx')).href
  const child = spawn(node, [...flags, '--import', tsx, join(root, file), ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { NODE_COMPILE_CACHE: join(runtimeDir, 'compile-cache'), ...givesMemoryBack, ...process.env },
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1))))
}
