import type { SubscriptionsView, SubscriptionView } from '../../services/subscriptions.ts'
import type { NewsMessages } from './news-nl.ts'

type Sending = Pick<SubscriptionsView, 'mail' | 'network' | 'subscriptions'>

/** What is not sent at this moment, and what to do about it; `null` while everybody in the list is told. */
export function heldNews({ held }: NewsMessages, { mail, network, subscriptions }: Sending): { title: string; text: string } | null {
  if (!network) return held.network
  const readers = subscriptions.filter(({ channel }) => channel === 'mail').length
  return mail || readers === 0 ? null : { title: held.mail.title, text: held.mail.text(readers) }
}

/** How the newest message to one of the list went, in a sentence. */
export function newestSentence(
  { delivery, problems }: NewsMessages,
  { newest, channel }: Pick<SubscriptionView, 'newest' | 'channel'>,
  { mail, network, dateTime }: Pick<Sending, 'mail' | 'network'> & { dateTime(iso: string): string },
): string {
  const held = network ? delivery.heldMail : delivery.heldNetwork
  const isHeld = !network || (channel === 'mail' && !mail)
  if (newest === null) return isHeld && network ? `${delivery.none} ${held}` : delivery.none
  const { state, problem, attempts, nextAt, sentAt } = newest
  if (state === 'sent') return delivery.sent(dateTime(sentAt ?? ''))
  if (state === 'nothing') return delivery.nothing
  if (state === 'waiting' && isHeld) return held
  if (problem === null) return delivery.waiting
  const said = isKnown(problems, problem) ? problems[problem] : problems.status(problem.replace('status-', ''))
  return state === 'given-up' ? delivery.givenUp(said, attempts) : delivery.again(said, attempts, dateTime(nextAt ?? ''))
}

type Known = Exclude<keyof NewsMessages['problems'], 'status'>
const isKnown = (problems: NewsMessages['problems'], problem: string): problem is Known =>
  problem !== 'status' && Object.hasOwn(problems, problem)
