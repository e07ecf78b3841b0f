import type { Deps } from '../../src/deps.ts'
import { importTeam } from '../../src/services/import-team.ts'
import { saveTeamBasis } from '../../src/services/save-team-basis.ts'

export const basis = {
  purpose: 'Wij willen dat de werkprofielen op onze site kloppen. Wij kijken twee keer per jaar.',
  interest: 'Bewoners zien wie bij ons werkt.',
  necessity: 'Alleen profielen die wij zelf publiceren.',
  balance: 'Wij vertellen het vooraf en lezen geen berichten.',
  contact: 'Functionaris gegevensbescherming, privacy@zorgwijde.example',
  worksCouncil: '',
}

export function recordBasis(deps: Deps, auditId: string): string {
  return saveTeamBasis(deps, { auditId, ...basis, confirmed: true, personId: null }).id
}

export const teamCsv = `naam;functie;afdeling;linkedin;akkoord
Sanne van Vliet;Teamleider;De Linde;https://www.linkedin.com/in/sannevanvliet-zorg;ja
Pieter Bosgraaf;Kok;De Linde;https://www.linkedin.com/in/pieterbosgraaf;
Yasmina el Idrissi;Verpleegkundige;De Esdoorn;;nee
`

/** A basis and three people: one who agreed with a profile, one whose profile was left out, one without. */
export function sampleTeam(deps: Deps, auditId: string) {
  recordBasis(deps, auditId)
  return importTeam(deps, { auditId, text: teamCsv })
}
