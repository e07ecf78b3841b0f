import { answerWith } from '../../processes/answer-with.ts'
import type { PictureKind } from '../likeness/print.ts'
import type { LookWishes } from '../types.ts'
import { createEngine } from './engine.ts'

/** `bytes`: pictures that the process said it misses. */
export type ImageQuestion = { readonly bytes: ReadonlyMap<string, Uint8Array | null> } & (
  | { readonly look: string; readonly wishes: LookWishes }
  | { readonly find: string; readonly logos: readonly string[] }
  | { readonly compare: readonly [string, string]; readonly kind: PictureKind }
)

export type ImageAnswer = { readonly answer: unknown } | { readonly missing: string }

let given: ReadonlyMap<string, Uint8Array | null> = new Map()

/** Thrown to ask for bytes; every question starts anew with more of them. */
class Missing extends Error {
  readonly key: string
  constructor(key: string) {
    super('missing')
    this.key = key
  }
}

const engine = createEngine(async (key) => {
  const bytes = given.get(key)
  if (bytes === undefined) throw new Missing(key)
  return bytes
})

function answerTo(question: ImageQuestion): Promise<unknown> {
  if ('look' in question) return engine.look(question.look, question.wishes)
  if ('find' in question) return engine.find(question.find, question.logos)
  return engine.compare(...question.compare, question.kind)
}

answerWith<ImageQuestion>(async (question): Promise<ImageAnswer> => {
  given = question.bytes
  try {
    const answer = await answerTo(question)
    return { answer }
  } catch (error) {
    if (error instanceof Missing) return { missing: error.key }
    throw error
  } finally {
    given = new Map()
  }
})
