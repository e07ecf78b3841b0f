import { onTestFinished } from 'vitest'
import { launch, type RunningProcess } from './launch.ts'

/** `eenlijn serve` or `eenlijn worker` in a process of its own, gone when the test ends. */
export function startProcess(command: 'serve' | 'worker', settings: Readonly<Record<string, string>>): RunningProcess {
  const started = launch(command, settings)
  onTestFinished(started.kill)
  return started
}
