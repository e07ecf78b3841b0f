/** How a profile looks, on every page that shows one, in Dutch at B1. English has the same keys. */
export const lookNl = {
  picture: (name: string) => `Profielfoto van ${name}`,
  noPicture: 'Geen foto',
  hidden: 'Niet te zien',
  hiddenField: { picture: 'Foto niet te zien', name: 'Naam niet te zien', description: 'Beschrijving niet te zien' },
  noDescription: 'Geen beschrijving',
  notYet: 'Wij hebben dit account nog niet bekeken.',
  openOn: (platform: string) => `Open het account op ${platform}`,
  takenAt: (date: string) => `Bekeken op ${date}`,
  nothing: 'Dat zegt niets over het account.',
  gone: 'Niet meer te vinden',
}

export type LookMessages = typeof lookNl
