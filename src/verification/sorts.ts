import { tellingWords } from './likeness.ts'

/** Words for a sort of organisation: they tell two organisations of one place apart, and prove nothing alone (nl, en, de, fr). */
const sorts = new Set(
  'zorggroep zorg zorginstelling care health healthcare hospital ziekenhuis krankenhaus hopital kliniek clinic praktijk practice praxis school scholen basisschool college university universiteit hogeschool universitat universite schule ecole gemeente stad stadt ville city county council provincie bibliotheek library bibliothek museum theater kerk church kirche gemeinde parochie bank hotel restaurant cafe bakkerij winkel shop store club vereniging verein association federatie federation netwerk network bond union partij party groep group gruppe groupe centrum center centre zentrum institute instituut institut foundation fonds fund dienst service services solutions company bedrijf media krant news welzijn wonen thuiszorg kinderopvang opvang jeugd huis house haus maison nederland belgie deutschland international national camping campingplatz makelaar makelaardij tandarts tandartspraktijk fysiotherapie garage autobedrijf kapper kapsalon slagerij brouwerij boerderij manege voetbalclub hockeyclub tennisclub zwembad sportschool commission commissie agency agentschap authority ministry ministerie department ministerium'.split(
    ' ',
  ),
)

/** A name in its own words and the words for its sort. */
export interface SortedName {
  /** Never empty unless the name is: a name of sorts alone is its own. */
  readonly own: readonly string[]
  readonly sort: ReadonlySet<string>
}

export function splitName(name: string): SortedName {
  const words = tellingWords(name)
  const own = words.filter((word) => !sorts.has(word))
  return { own: own.length > 0 ? own : words, sort: new Set(words.filter((word) => sorts.has(word))) }
}

/** Both say their sort, and share none: a camping is no care group, whatever their names. */
export const areRivals = (a: SortedName, b: SortedName): boolean =>
  a.sort.size > 0 && b.sort.size > 0 && ![...a.sort].some((word) => b.sort.has(word))
