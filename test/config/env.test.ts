import { expect, test } from 'vitest'
import { loadEnv } from '../../config/env.ts'

test('mail is off until a server and a sender are named', () => {
  expect(loadEnv({}).mail).toBeNull()
  expect(loadEnv({ SMTP_URL: 'smtps://u:p@mail.example', MAIL_FROM: 'Eenlijn <e@zorgwijde.example>' }).mail).toEqual({
    smtpUrl: 'smtps://u:p@mail.example',
    from: 'Eenlijn <e@zorgwijde.example>',
  })
})

test.each([
  [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM: is needed beside SMTP_URL'],
  [{ SMTP_URL: 'mail.example' }, 'SMTP_URL: must start with smtp:// or smtps://'],
  [{ MAIL_FROM: 'Eenlijn' }, 'MAIL_FROM: must be an address'],
  [{ MAIL_FROM: 'a@b.example>\r\nBcc: <c@d.example' }, 'MAIL_FROM: must be an address'],
  [{ PUBLIC_URL: 'ftp://eenlijn.example' }, 'PUBLIC_URL'],
  [{ EENLIJN_BEHIND_PROXY: 'maybe' }, 'EENLIJN_BEHIND_PROXY'],
])('%j stops the start with a sentence', (settings, sentence) => {
  expect(() => loadEnv(settings)).toThrow(sentence)
})

test('the address outside is that of the port unless it is named, and may then be opened', () => {
  expect(loadEnv({ HOST: '::1', PORT: '5000' })).toMatchObject({ publicUrl: 'http://[::1]:5000', allowedHosts: [] })
  expect(loadEnv({ PUBLIC_URL: 'https://eenlijn.example/', EENLIJN_HOSTS: 'a.example' })).toMatchObject({
    publicUrl: 'https://eenlijn.example',
    allowedHosts: ['a.example', 'eenlijn.example'],
  })
})
