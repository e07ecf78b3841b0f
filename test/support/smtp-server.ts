import { type AddressInfo, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  /** Head and body as they came over the wire, dots undone. */
  readonly raw: string
}

export interface SmtpServer {
  readonly url: string
  readonly mails: readonly ReceivedMail[]
  /** What the next recipients are answered with; `250 ok` unless said. */
  answerRecipients(line: string): void
}

/** A mail server on 127.0.0.1 that takes what it gets (RFC 5321, the plain part of it). */
export async function startSmtp(): Promise<SmtpServer> {
  const mails: ReceivedMail[] = []
  let recipientAnswer = '250 ok'
  const server = createServer((socket) => talk(socket, () => recipientAnswer, mails))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    answerRecipients(line) {
      recipientAnswer = line
    },
  }
}

function talk(socket: Socket, recipientAnswer: () => string, mails: ReceivedMail[]): void {
  let pending = ''
  let inData = false
  let from = ''
  let to: string[] = []
  const say = (line: string) => socket.write(`${line}\r\n`)
  const command = (line: string) => {
    const word = line.slice(0, 4).toUpperCase()
    if (word === 'EHLO' || word === 'HELO') return say('250 localhost')
    if (word === 'MAIL') {
      from = addressIn(line)
      to = []
      return say('250 ok')
    }
    if (word === 'RCPT') {
      const answer = recipientAnswer()
      if (answer.startsWith('250')) to.push(addressIn(line))
      return say(answer)
    }
    if (word === 'DATA') {
      inData = true
      return say('354 go on')
    }
    if (word === 'QUIT') {
      say('221 bye')
      return socket.end()
    }
    return say('250 ok')
  }
  socket.setEncoding('utf8')
  socket.on('error', () => {})
  socket.on('data', (piece: string) => {
    pending += piece
    for (;;) {
      const end = pending.indexOf(inData ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const text = pending.slice(0, end)
      pending = pending.slice(end + (inData ? 5 : 2))
      if (inData) {
        inData = false
        mails.push({ from, to, raw: text.replace(/^\.\./gm, '.') })
        say('250 taken')
      } else command(text)
    }
  })
  say('220 localhost')
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? ''

/** A header, unfolded, its encoded words (RFC 2047) read. */
export function headerOf({ raw }: ReceivedMail, name: string): string {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? ''
  const value = line.slice(name.length + 1).trim()
  // The space between two encoded words is no part of the text.
  return value.replace(/=\?utf-8\?([qb])\?([^?]*)\?=(?:\s+(?==\?))?/gi, (_, how: string, text: string) =>
    how.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : quoted(text.replaceAll('_', ' ')),
  )
}

/** The part of this type, its encoding undone. */
export function partOf({ raw }: ReceivedMail, type: string): string {
  const boundary = /boundary="?([^"\r\n]+)"?/.exec(raw)?.[1] ?? ''
  const part = raw.split(`--${boundary}`).find((one) => one.includes(`Content-Type: ${type}`)) ?? ''
  const at = part.indexOf('\r\n\r\n')
  const body = part.slice(at + 4)
  const encoding = /Content-Transfer-Encoding: (\S+)/i.exec(part.slice(0, at))?.[1]
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return encoding === 'quoted-printable' ? quoted(body.replace(/=\r\n/g, '')) : body
}

const quoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
