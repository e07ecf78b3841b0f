import type { Handler } from '../src/queue/port.ts'
import { assess } from './assess.ts'
import type { WorkerDeps } from './deps.ts'
import { judge } from './judge.ts'
import { look } from './look.ts'
import { press } from './press.ts'
import { resolve } from './resolve.ts'
import { route } from './route.ts'
import { website } from './website.ts'

const jobs = [resolve, website, judge, look, assess, press, route]

/** Every kind of job that a worker can do. */
export const createHandlers = (deps: WorkerDeps): Readonly<Record<string, Handler>> => Object.fromEntries(jobs.map((job) => job(deps)))
