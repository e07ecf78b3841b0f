import type { Text } from './text.ts'

/** Stable codes; the code decides the retry (`workers/job.ts`) and the HTTP status (`src/web/problem.ts`). */
export type ErrorCode =
  | 'invalid-input'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'not-accepted'
  | 'organisation-ambiguous'
  | 'archive-corrupt'
  | 'storage-full'
  | 'storage-busy'
  | 'too-many-requests'
  | 'unknown-host'
  | 'other-site'
  | 'cancelled'
  | 'internal'

/** An error that can be shown: a code for machines and a sentence that says what and what to do. */
export class EenlijnError extends Error {
  override readonly name = 'EenlijnError'
  readonly code: ErrorCode
  readonly text: Text
  /** The field of the input that it is about, when there is one. */
  readonly field: string | null
  /** When trying again makes sense, where that is known. */
  readonly retryAfterSeconds: number | null

  constructor(code: ErrorCode, text: Text, options: { field?: string; cause?: unknown; retryAfterSeconds?: number } = {}) {
    super(text.en, { cause: options.cause })
    this.code = code
    this.text = text
    this.field = options.field ?? null
    this.retryAfterSeconds = options.retryAfterSeconds ?? null
  }
}
