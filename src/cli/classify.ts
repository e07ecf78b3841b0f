import { classifyUrl } from '../platforms/classify.ts'

/**
 * Classifies addresses, one a line: each gives one line of JSON with `input`, `kind`, `platform`, `handle` and `url`.
 * An empty line gives kind `none`, so that line n of the answer belongs to line n of the question.
 */
export async function classifyLines(input: AsyncIterable<string>, write: (line: string) => void): Promise<void> {
  for await (const line of input) {
    const address = line.replace(/\r?\n?$/, '')
    const { kind, platform, handle, url } = classifyUrl(address)
    write(JSON.stringify({ input: address, kind, platform, handle, url }))
  }
}
