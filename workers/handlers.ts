import type { Handler } from '../src/queue/port.ts'
import { assess } from './assess.ts'
import type { WorkerDeps } from './deps.ts'
import { judge } from './judge.ts'
import { link } from './link.ts'
import { look } from './look.ts'
import { pictures } from './pictures.ts'
import { press } from './press.ts'
import { print } from './print.ts'
import { resolve } from './resolve.ts'
import { route } from './route.ts'
import { teamLook } from './team-look.ts'
import { turn } from './turn.ts'
import { website } from './website.ts'

const jobs = [resolve, website, teamLook, judge, link, look, assess, pictures, press, print, route, turn]

/** Every kind of job that a worker can do. */
export const createHandlers = (deps: WorkerDeps): Readonly<Record<string, Handler>> => Object.fromEntries(jobs.map((job) => job(deps)))
