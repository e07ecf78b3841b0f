import { onTestFinished, test } from 'vitest'
import { temporaryDir } from '../support/deps.ts'
import { addressOf, launch } from '../support/launch.ts'

function serve(settings: Readonly<Record<string, string>>) {
  const server = launch('serve', { LANG: 'nl_NL.UTF-8', ...settings })
  onTestFinished(() => server.kill())
  return server
}

test('a second application on the same folder or the same port says what to do', { timeout: 60_000 }, async () => {
  const folder = temporaryDir()
  const port = new URL(await addressOf(serve({ EENLIJN_DATA_DIR: folder }))).port
  await serve({ EENLIJN_DATA_DIR: folder }).line(/Eenlijn draait al met de map .* \(proces \d+\)\. Stop dat eerst/)
  await serve({ EENLIJN_DATA_DIR: temporaryDir(), PORT: port }).line(new RegExp(`Poort ${port} is al bezet .* PORT=${Number(port) + 1}`))
})
