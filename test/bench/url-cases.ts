/**
 * Measures the grammar on what nobody here wrote: the URL cases of other projects, the links of real pages
 * with their truth, and registers of accounts. Run: node --import tsx test/bench/url-cases.ts [--all]
 */
import { existsSync } from 'node:fs'
import { peers } from './url-cases-peers.ts'
import { decoys, registers, speed, truth } from './url-cases-real.ts'
import { real } from './url-cases-shared.ts'

if (existsSync(real)) {
  peers()
  truth()
  registers()
  decoys()
  console.log('')
  speed()
} else console.log(`Skipped: ${real} is not there.`)
