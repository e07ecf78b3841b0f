/** A finding, on every page that shows one, in Dutch at B1. English has the same keys. */
export const findingNl = {
  saw: 'Wat wij zagen',
  why: 'Waarom dit telt',
  mend: 'Zo los je het op',
  evidence: 'Waaruit dit blijkt',
  value: (value: string) => `${value} van 1 punt`,
  notApplicable: 'Niet van toepassing',
  error: 'Ging bij ons mis',
}

export type FindingMessages = typeof findingNl
