/** What kind of account it is, and what its name was before. */
export const kindsNl = {
  unconfirmed: 'niet bevestigd',
  suspicion:
    'Dit account gebruikt jullie naam en verwijst naar een andere website. Misschien doet het zich voor als jullie. Alleen jullie zien dit, tot iemand het bevestigt.',
  choose: 'Ander soort account?',
  label: (handle: string) => `Wat voor account is ${handle}?`,
  asJudged: (kind: string) => `zoals wij denken: ${kind}`,
  keep: 'Bewaar het soort',
  chosen: 'gekozen',
  renamed: (names: string, date: string) => `Heette eerder ${names}. Gezien op ${date}: het is nog hetzelfde account.`,
  alsoAt: (names: string) => `Staat ook op ${names}. Het is hetzelfde account.`,
  takenOver: (date: string) =>
    `Let op: sinds ${date} hoort deze naam bij een ander account. Kijk of jullie eigen account een nieuwe naam heeft, en pas de links op de website aan.`,
}
