import { attemptMs } from '../../config/news.ts'
import type { Mailer } from '../capture/mail.ts'
import type { Poster } from '../capture/post.ts'
import type { Deps } from '../deps.ts'

/** What sends; made when the first message is due. */
export interface Senders {
  mailer(): Promise<Mailer | null>
  poster(): Promise<Poster>
  close(): Promise<void>
}

/** Opens nothing until something is to be sent. */
export function createSenders(deps: Deps): Senders {
  let mailer: Promise<Mailer> | null = null
  let poster: Promise<Poster> | null = null
  const openMailer = async (mail: NonNullable<Deps['env']['mail']>) =>
    (await import('../capture/mail.ts')).createMailer({ ...mail, timeoutMs: attemptMs })
  const openPoster = async () => {
    const { createPoster, webGuard } = await import('../capture/post.ts')
    return createPoster({
      guard: webGuard(deps.env.allowPrivate),
      userAgent: `Eenlijn/${deps.version}`,
      timeoutMs: attemptMs,
      now: () => deps.now().getTime(),
    })
  }
  return {
    mailer: async () => {
      if (deps.env.mail === null) return null
      mailer ??= openMailer(deps.env.mail)
      return mailer
    },
    poster: () => {
      poster ??= openPoster()
      return poster
    },
    close: async () => {
      ;(await mailer)?.close()
      await (await poster)?.close()
    },
  }
}
