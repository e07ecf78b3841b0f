import { createRecorder } from '../../src/capture/record.ts'

/** What an address of a small web answers: HTML, JSON, bytes of a picture, a way elsewhere, or a refusal. */
export type Answer =
  | string
  | Uint8Array
  | { readonly json: unknown; readonly status?: number }
  | { readonly html: string; readonly status: number }
  | { readonly to: string }

/** A web as a web archive; what is not in it cannot be reached. */
export async function packWeb(answers: Readonly<Record<string, Answer>>, at: string): Promise<Uint8Array> {
  const records: Uint8Array[] = []
  const { keep } = createRecorder({ put: async (bytes) => String(records.push(bytes)) })
  for (const [url, answer] of Object.entries(answers)) await keep({ kind: 'response', url, at, ...answered(answer) })
  return Buffer.concat(records)
}

const bytes = (text: string) => new TextEncoder().encode(text)
const html = { 'content-type': 'text/html; charset=utf-8' }

interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

function answered(answer: Answer): Answered {
  if (typeof answer === 'string') return { status: 200, headers: html, body: bytes(answer) }
  if (answer instanceof Uint8Array) return { status: 200, headers: { 'content-type': 'image/png' }, body: answer }
  if ('to' in answer) return { status: 302, headers: { location: answer.to }, body: new Uint8Array() }
  if ('html' in answer) return { status: answer.status, headers: html, body: bytes(answer.html) }
  return { status: answer.status ?? 200, headers: { 'content-type': 'application/json' }, body: bytes(JSON.stringify(answer.json)) }
}
