import type { AuditState } from '../model/audit.ts'
import { snapshotStates } from '../model/snapshot.ts'
import type { Text } from '../model/text.ts'
import { lookWords, routeStateWords, routeWords } from '../report/words.ts'
import type { AuditEvent } from '../services/views.ts'

/** Pages between two lines about pages. */
const pagesPerLine = 10

const stateLines: Partial<Record<AuditState, Text>> = {
  running: { nl: 'De audit is begonnen.', en: 'The audit has started.' },
  done: { nl: 'Klaar.', en: 'Done.' },
  cancelled: { nl: 'De audit is gestopt.', en: 'The audit was stopped.' },
  failed: { nl: 'De audit is mislukt.', en: 'The audit failed.' },
}

/** What happened, as a sentence for who waits; `null` for what is not worth a line. */
export function progressLine(event: AuditEvent): Text | null {
  switch (event.kind) {
    case 'state':
      return stateLines[event.data.state] ?? null
    case 'route':
      return routeLine(event.data)
    case 'page': {
      const { read, planned } = event.data
      if (read === 0 || read % pagesPerLine !== 0) return null
      return { nl: `${read} van ${planned} pagina’s gelezen.`, en: `${read} of ${planned} pages read.` }
    }
    case 'found': {
      const { accounts } = event.data
      return {
        nl: `${accounts} ${accounts === 1 ? 'account' : 'accounts'} gevonden.`,
        en: `${accounts} ${accounts === 1 ? 'account' : 'accounts'} found.`,
      }
    }
    case 'look': {
      const { platform, handle, state } = event.data
      const word = lookWords[snapshotStates.find((known) => known === state) ?? 'unreachable']
      return { nl: `${platform} ${handle}: ${word.nl}`, en: `${platform} ${handle}: ${word.en}` }
    }
    case 'assessed':
      return null
  }
}

function routeLine({ route, state, pagesRead, why, byHand }: Extract<AuditEvent, { kind: 'route' }>['data']): Text | null {
  if (state === 'waiting' || state === 'running') return null
  const say = (locale: keyof Text, pages: string) =>
    [
      `${routeWords[route][locale]}: ${routeStateWords[state][locale]}${pagesRead > 0 ? `, ${pagesRead} ${pages}` : ''}.`,
      why?.[locale],
      state === 'done' ? null : byHand?.[locale],
    ]
      .filter(Boolean)
      .join(' ')
  return {
    nl: say('nl', pagesRead === 1 ? 'pagina gelezen' : 'pagina’s gelezen'),
    en: say('en', pagesRead === 1 ? 'page read' : 'pages read'),
  }
}
