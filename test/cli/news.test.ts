import { describe, expect, it } from 'vitest'
import { temporaryDir } from '../support/deps.ts'
import { commandHere } from './command.ts'

const mailOn = { SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'eenlijn@zorgwijde.example' }

async function setting(settings: Record<string, string> = mailOn) {
  const env = { EENLIJN_DATA_DIR: temporaryDir(), EENLIJN_DEMO: 'off', LOG_LEVEL: 'silent', ...settings }
  const run = (...args: string[]) => commandHere(args, { env })
  expect((await run('audit', 'Zorg Wijde', '--offline', '--routes', 'website')).code).toBe(0)
  return run
}

describe('news', () => {
  it('puts a mail address in the list, shows it, and takes it out', async () => {
    const run = await setting()
    expect(await run('news', 'zorg wijde')).toEqual({ code: 0, stdout: 'Nog niemand.\n', stderr: '' })
    const added = await run('news', 'Zorg Wijde', '--mail', 'jannie@zorgwijde.example', '--alerts', '--language', 'en')
    expect([added.code, added.stderr]).toEqual([0, 'In de lijst gezet.\n'])
    const id = added.stdout.trim()
    const { stdout } = await run('news', 'Zorg Wijde')
    expect(stdout.split('\n')[0]).toMatch(/^id +wie +hoe +laatste bericht$/)
    expect(stdout).toMatch(
      new RegExp(`${id} +jannie@zorgwijde.example +per mail, alleen als er haast bij is, in het Engels +Er is nog niets`),
    )
    const removed = await run('news', 'Zorg Wijde', '--remove', id)
    expect([removed.code, removed.stdout, removed.stderr]).toEqual([0, 'Nog niemand.\n', 'Weggehaald. Het adres is gewist.\n'])
    expect(await run('news', 'Zorg Wijde', '--remove', id)).toMatchObject({ code: 1, stderr: 'Dit adres staat niet (meer) in de lijst.\n' })
  })

  it('gives the key of a webhook once, and nothing but it on standard output', async () => {
    const run = await setting()
    const { stdout, stderr } = await run('news', 'Zorg Wijde', '--webhook', 'https://hooks.zorgwijde.example/eenlijn')
    expect(stdout).toMatch(/^whsec_[A-Za-z0-9+/]{43}=\n$/)
    expect(stderr).toContain('Bewaar deze sleutel nu.')
    const list = JSON.parse((await run('news', 'Zorg Wijde', '--json')).stdout)
    expect(list).toMatchObject({ mail: true, network: true, subscriptions: [{ channel: 'webhook', wants: 'all', locale: 'nl' }] })
    expect(JSON.stringify(list)).not.toContain('whsec_')
  })

  it('says when nothing goes out, and what to do about it', async () => {
    const run = await setting({ ...mailOn, EENLIJN_NETWORK: 'off' })
    const { code, stderr } = await run('news', 'Zorg Wijde', '--mail', 'jannie@zorgwijde.example')
    expect(code).toBe(0)
    expect(stderr).toContain('Er wordt nu niets verstuurd. Het netwerk van deze server staat uit')
    expect((await run('news', 'Zorg Wijde')).stderr).toContain('EENLIJN_NETWORK=on')
  })

  it.each([
    [[], 2, 'Zeg van welke organisatie'],
    [['Elders'], 2, 'Van ‘Elders’ is er nog geen audit.'],
    [['Zorg', 'Wijde'], 2, 'eenlijn news "Zorg Wijde"'],
    [['Zorg Wijde', '--mail', 'a@zorgwijde.example', '--remove', 'x'], 2, 'één ding tegelijk'],
    [['Zorg Wijde', '--alerts'], 2, 'Zeg erbij wie het hoort'],
    [['Zorg Wijde', '--mail', 'jannie', '--language', 'fy'], 2, '‘fy’ is geen taal'],
    [['Zorg Wijde', '--mail', 'jannie'], 2, 'Dit is geen e-mailadres.'],
    [['Zorg Wijde', '--webhook', 'http://10.0.0.1/'], 2, 'het ligt niet op het openbare web'],
  ])('%j ends with %i and a sentence', async (args, status, sentence) => {
    const { code, stdout, stderr } = await (await setting())('news', ...args)
    expect([code, stdout]).toEqual([status, ''])
    expect(stderr).toContain(sentence)
  })

  it('refuses mail where none can be sent, as the page does', async () => {
    const { code, stderr } = await (await setting({}))('news', 'Zorg Wijde', '--mail', 'jannie@zorgwijde.example')
    expect([code, stderr]).toEqual([1, 'Deze server kan geen mail sturen. De beheerder zet dat aan met SMTP_URL en MAIL_FROM.\n'])
  })
})
