import { expect, it } from 'vitest'
import { classifyLines } from '../../src/cli/classify.ts'

async function* lines(...all: string[]): AsyncIterable<string> {
  yield* all
}

it('gives one line of JSON for each line, in order and with the same keys', async () => {
  const written: string[] = []
  await classifyLines(lines('https://twitter.com/acme', '', 'https://www.acme.example\n', 'https://discord.gg/AcMe1'), (line) =>
    written.push(line),
  )
  expect(written).toEqual([
    '{"input":"https://twitter.com/acme","kind":"account","platform":"x","handle":"acme","url":"https://x.com/acme"}',
    '{"input":"","kind":"none","platform":null,"handle":null,"url":null}',
    '{"input":"https://www.acme.example","kind":"none","platform":null,"handle":null,"url":null}',
    '{"input":"https://discord.gg/AcMe1","kind":"community","platform":"discord","handle":"AcMe1","url":"https://discord.gg/AcMe1"}',
  ])
})
