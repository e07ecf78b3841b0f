import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, test } from 'vitest'
import { projectRoot } from '../../config/env.ts'
import { openProcess } from '../../src/processes/open-process.ts'
import type { Asked } from '../support/answering-process.ts'
import { until } from '../support/until.ts'

const own = openProcess<Asked, unknown>(new URL('../support/answering-process.ts', import.meta.url))
afterEach(() => own.close())

const isThere = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
const gone = (pid: number) => until(() => (isThere(pid) ? undefined : true), 10)
const processId = async () => (await own.ask({ does: 'tell its id' })) as number

describe('a process of its own', () => {
  test('answers in order, with bytes and maps as they were given', async () => {
    const what = { bytes: new Uint8Array([1, 2, 3]), at: new Map([['a', new Float32Array([0.5])]]) }
    const answers = await Promise.all([own.ask({ does: 'echo', what }), own.ask({ does: 'echo', what: 2 })])
    expect(answers).toEqual([what, 2])
    expect(await processId()).not.toBe(process.pid)
  })

  test('is one process for all questions, and gives a sentence for people back as such', async () => {
    const first = await processId()
    await expect(own.ask({ does: 'refuse' })).rejects.toMatchObject({
      name: 'EenlijnError',
      code: 'not-accepted',
      text: { nl: 'Dit kan niet.' },
    })
    await expect(own.ask({ does: 'fail' })).rejects.toThrow('it failed')
    expect(await processId()).toBe(first)
  })

  test('that crashes fails what was asked of it, says how, and starts anew', async () => {
    const waiting = [own.ask({ does: 'crash' }), own.ask({ does: 'echo', what: 1 })]
    for (const outcome of await Promise.allSettled(waiting))
      expect(outcome).toMatchObject({ status: 'rejected', reason: { message: 'The process that reads ended (7)' } })
    expect(await own.ask({ does: 'echo', what: 2 })).toBe(2)
  })

  test('that the system ends is told of as well', async () => {
    const pid = await processId()
    const waiting = own.ask({ does: 'hang' })
    process.kill(pid, 'SIGKILL')
    await expect(waiting).rejects.toThrow('The process that reads ended (SIGKILL)')
  })

  test('is ended in the middle of a computation, and what was asked fails', async () => {
    const pid = await processId()
    const waiting = own.ask({ does: 'compute', milliseconds: 60_000 })
    waiting.catch(() => undefined)
    await own.close()
    await expect(waiting).rejects.toThrow('The reader was closed')
    expect(isThere(pid)).toBe(false)
    expect(await processId()).not.toBe(pid)
  })

  test('leaves it to the one who asks what a signal to stop means', async () => {
    const pid = await processId()
    process.kill(pid, 'SIGINT')
    process.kill(pid, 'SIGTERM')
    expect(await processId()).toBe(pid)
  })

  test('says what it used, those that ended before included', async () => {
    await own.ask({ does: 'compute', milliseconds: 200 })
    const once = own.used()
    expect(once.cpuSeconds).toBeGreaterThan(0.1)
    await own.close()
    await own.ask({ does: 'hold', megabytes: 300 })
    await own.ask({ does: 'compute', milliseconds: 200 })
    expect(own.used().cpuSeconds).toBeGreaterThan(once.cpuSeconds + 0.1)
    expect(own.used().peakBytes).toBeGreaterThan(300 * 2 ** 20)
  })
})

describe('the process that asks', () => {
  const start = (...args: string[]) => {
    const child = spawn(process.execPath, ['test/support/asking-process.ts', ...args], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return { child, ended: once(child, 'exit'), said: once(createInterface({ input: child.stdout }), 'line') }
  }

  test('leaves none behind when it is killed', async () => {
    const { child, ended, said } = start('wait')
    const pid = Number(await said)
    expect(isThere(pid)).toBe(true)
    child.kill('SIGKILL')
    await ended
    await gone(pid)
  })

  test('is not held up by one that has nothing to do, and leaves none behind', async () => {
    const { ended, said } = start()
    const pid = Number(await said)
    expect(await ended).toEqual([0, null])
    await gone(pid)
  })
})
