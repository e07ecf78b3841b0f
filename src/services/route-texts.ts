import type { RouteReport, RouteState } from '../model/audit.ts'
import { type RouteId, routeIds } from '../model/candidate.ts'
import type { ResultOf, routeJob } from '../model/jobs.ts'
import type { Text } from '../model/text.ts'

type RouteResult = ResultOf<typeof routeJob>

/** How a route ended, before its counts are known. */
export const routeEnded = (route: RouteId, state: RouteState, found: number): RouteReport => ({
  route,
  state,
  pagesRead: 0,
  pagesUnseen: 0,
  found,
  why: null,
  byHand: null,
})

/** How an asked route went. What people handed over by hand before stays counted. */
export function routeTaken(route: RouteId, result: RouteResult | null, before: RouteReport | undefined): RouteReport {
  const handed = before?.handed ? { handed: before.handed } : {}
  if (result === null) return { ...routeEnded(route, 'not-looked', 0), why: noAnswer, ...handed }
  const { state, found, why, byHand, links, asked, setAside } = result
  return { ...routeEnded(route, state, found), why, byHand, links, asked, ...(setAside.length > 0 ? { setAside } : {}), ...handed }
}

/** Routes as people think of them: the website first, what somebody pasted last. */
export const inRouteOrder = (a: RouteReport, b: RouteReport): number => routeIds.indexOf(a.route) - routeIds.indexOf(b.route)

export const noAnswer: Text = {
  nl: 'Het lukte niet om hier te kijken. Dat zegt niets over de accounts van de organisatie.',
  en: 'We did not manage to look here. That says nothing about the organisation’s accounts.',
}

export const noWebsite: { why: Text; byHand: Text } = {
  why: { nl: 'Er is geen website bekend van deze organisatie.', en: 'No website is known of this organisation.' },
  byHand: {
    nl: 'Begin een nieuwe audit met het webadres erbij, of plak zelf de links die je kent.',
    en: 'Start a new audit with the web address, or paste the links that you know yourself.',
  },
}

export const siteByHand: Text = {
  nl: 'Open de website zelf, kijk onderaan de pagina en bij contact, en plak de links die je daar vindt.',
  en: 'Open the website yourself, look at the foot of the page and under contact, and paste the links that you find there.',
}
