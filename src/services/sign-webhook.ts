import { createHmac } from 'node:crypto'

/**
 * The headers of a signed message as Standard Webhooks describes them: HMAC-SHA256 over id, time and body.
 * @param secret `whsec_` and the key in base64; @param at the time of this attempt
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signedHeaders(message: { id: string; at: Date; body: string; secret: string }): Record<string, string> {
  const seconds = Math.floor(message.at.getTime() / 1_000)
  const key = Buffer.from(message.secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${message.id}.${seconds}.${message.body}`).digest('base64')
  return {
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': message.id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${signature}`,
  }
}
