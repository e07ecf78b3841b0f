import { EenlijnError } from '../../src/model/errors.ts'
import { answerWith } from '../../src/processes/answer-with.ts'

/** What a test asks a process of its own to do. */
export type Asked =
  | { readonly does: 'echo'; readonly what: unknown }
  | { readonly does: 'tell its id' }
  | { readonly does: 'refuse' }
  | { readonly does: 'fail' }
  | { readonly does: 'crash' }
  | { readonly does: 'hang' }
  | { readonly does: 'compute'; readonly milliseconds: number }
  | { readonly does: 'hold'; readonly megabytes: number }

answerWith<Asked>(async (asked) => {
  switch (asked.does) {
    case 'echo':
      return asked.what
    case 'tell its id':
      return process.pid
    case 'refuse':
      throw new EenlijnError('not-accepted', { nl: 'Dit kan niet.', en: 'This cannot be.' })
    case 'fail':
      throw new Error('it failed')
    case 'crash':
      // As the engines do: a rejection that nobody sees ends the process.
      process.exit(7)
      break
    case 'hang':
      return new Promise(() => {})
    case 'compute': {
      const end = performance.now() + asked.milliseconds
      while (performance.now() < end);
      return null
    }
    case 'hold':
      return Buffer.alloc(asked.megabytes * 2 ** 20, 1).length
  }
})
