/** One mail to one reader. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Equal for every attempt, so that a reader's program shows it once: `<id@host>`. */
  readonly messageId: string
  /** Where one press ends the mail (RFC 8058). */
  readonly unsubscribe: string
}

/** `refused`: the server says that this reader will never take it; `away`: another time may go better. */
export type Mailed = 'sent' | 'refused' | 'away'

export interface Mailer {
  send(mail: Mail): Promise<Mailed>
  close(): void
}

/** Sends through the operator's own mail server. Times in milliseconds. */
export async function createMailer(setting: { smtpUrl: string; from: string; timeoutMs: number }): Promise<Mailer> {
  const { createTransport } = await import('nodemailer')
  const { smtpUrl: url, from, timeoutMs } = setting
  const patience = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs }
  const transport = createTransport({ url, ...patience }, { from })
  return {
    async send({ unsubscribe, ...mail }) {
      try {
        await transport.sendMail({
          ...mail,
          disableFileAccess: true,
          disableUrlAccess: true,
          headers: {
            'List-Unsubscribe': `<${unsubscribe}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            'Auto-Submitted': 'auto-generated',
          },
        })
        return 'sent'
      } catch (thrown) {
        return isFinal(thrown) ? 'refused' : 'away'
      }
    },
    close: () => transport.close(),
  }
}

/** 5xx is the server's last word on a reader (RFC 5321, 4.2.1). On how we log in or who we are it is not: the operator can mend that. */
function isFinal(thrown: unknown): boolean {
  const { code, command, responseCode } = Object(thrown) as { code?: unknown; command?: unknown; responseCode?: unknown }
  if (code === 'EENVELOPE' && responseCode === undefined) return true
  return typeof responseCode === 'number' && responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA')
}
