import { folded } from '../../verification/likeness.ts'
import { isRoleWord, startsRole } from './roles.ts'

/** A person's name as a page writes it. */
export interface PersonName {
  /** Without titles, degrees and what stands between brackets. */
  readonly name: string
  /** `given`: one word, which alone says little. */
  readonly form: 'full' | 'given'
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const infixes = set(
  "van de der den het 't ’t ter ten te 's ’s op in aan von vom zu zur zum und la le les du des d' di da del della dos das do el al bin ibn ben bint y e i af av st",
)
const titles = set(
  'dr drs prof professor mr mrs ms miss mw mevr mevrouw dhr meneer heer frau herr ing ir dipl ds pastor pater zr sr zuster broeder rev sir dame mme madame monsieur me lic mag em juf juffrouw meester',
)
const degrees = set(
  'msc bsc ma ba phd mba llm llb ra rc ma med mph md rn ba jr sr mfa dphil emba bba ii iii pmp cissp cfa cpa faan facp pt ot drs',
)

/** Words of headings, buttons, organisations, places and times: no name has one (nl, en, de, fr). Folded. */
const noName = set(
  [
    'ons onze over wij wie wat waar hoe je jij jouw jullie mijn deze dit dat alle alles meer lees bekijk mail stuur neem contact kom volg ontdek maak kennis welkom home nieuws actueel blog agenda vacature vacatures werken bij lid mee help steun doneer partners partner sponsors sponsor klanten klant clienten bewoners ouders leerlingen',
    'team teams teamleden bestuur bestuursleden leden directie medewerkers collega collegas mensen staf raad toezicht toezichthouders commissie commissies werkgroep werkgroepen afdeling afdelingen locatie locaties vestiging adres telefoon email openingstijden bereikbaarheid privacy cookies cookie voorwaarden disclaimer sitemap zoeken menu',
    'stichting vereniging gemeente school college universiteit zorg groep netwerk bureau studio centrum kliniek praktijk museum bibliotheek club fonds instituut academie bedrijf',
    'missie visie waarden geschiedenis verhaal verhalen project projecten diensten aanbod cursus cursussen training trainingen workshop workshops opleiding opleidingen ervaring ervaringen specialisaties aandachtsgebieden kwaliteit beleid jaarverslag anbi organisatie achtergrond hobby vragen veelgestelde antwoorden',
    'our the your my we who what where how why all more view see about meet learn get join follow find contact us call send book sign log start stay open back next previous new latest top free home news events careers jobs services products resources company community support privacy policy terms conditions cookie cookies legal notice sitemap search',
    'members member people staff board boards leadership executive committee committees council advisory management department office offices location locations address phone email press media social video videos photo photos gallery image images picture portrait logo icon banner site website',
    'mission vision values history story stories project projects program programs programme programmes work works working impact research education training course courses workshop workshops skills experience interests hobbies publications awards certifications expertise background biography bio profile profiles questions answers faq testimonials reviews clients customers sponsors partners alumni students',
    'foundation association society institute university academy center centre group network agency company inc ltd llc bv nv gmbh ev org initiative festival conference meetup summit city county state national international european europe nederland netherlands belgie belgium deutschland germany united kingdom states amsterdam rotterdam utrecht',
    'unser unsere wir uber ueber das die der ein eine und fur fuer mehr kontakt aktuelles termine verein vorstand mitglied mitglieder mitarbeiter mitarbeiterin mitarbeitende startseite impressum datenschutz zusatzqualifikation zusatzqualifikationen qualifikation qualifikationen ausbildung angebot leitbild geschichte aufnahme anmeldung spenden forderer sponsoren krippe kindergarten schule',
    'notre votre nous equipe membres comite accueil actualites contactez adhesion statuts',
    'januari februari juni september oktober november december january february march july october monday tuesday wednesday thursday friday saturday sunday maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
    'facebook twitter instagram linkedin youtube tiktok github mastodon bluesky threads whatsapp google microsoft apple amazon netflix zoom slack discord meetup wordpress',
    'meeting meetings date dates scheduled schedule clear text content past upcoming commission googleplus plus agendas minutes timeline overview summary introduction details information info data digital design technology software security health business marketing sales finance legal human customer public general annual monthly weekly daily quick links table contents copyright rights reserved less show click here download upload print share like subscribe newsletter',
    'senior junior deputy vice acting interim adjunct waarnemend functie rol naam name title titel role position linkedin profiel bekijken and or not with for from of en met voor naar uit bij als ook niet nog wel samen zonder tussen',
  ].join(' '),
)

const word = /^\p{Lu}[\p{L}\p{M}'’‘-]*\.?$/u
const initials = /^(?:\p{Lu}\p{Ll}?\.[-]?){1,6}\p{Lu}?$|^\p{Lu}$/u
const givenForm = /^\p{Lu}[\p{Ll}\p{M}]{1,14}(?:[-\s’']\p{Lu}[\p{Ll}\p{M}]{1,14})?$/u

/** `JAN DE VRIES` as `Jan de Vries`. */
function calm(text: string): string {
  if (!/\p{Lu}{2}/u.test(text) || /\p{Ll}/u.test(text)) return text
  return text
    .toLowerCase()
    .split(' ')
    .map((part) =>
      infixes.has(part) ? part : part.replace(/(^|[-'’.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
    )
    .join(' ')
}

/** A name without what stands around it: titles, degrees, a nickname or pronouns between brackets. */
function bareName(text: string): string {
  const clean = calm(
    text
      .replace(/[\s\u00a0\u200b\u00ad]+/g, ' ')
      .replace(/\s*[([{][^)\]}]{0,40}[)\]}]/g, ' ')
      .replace(/[“”"„*•|]+/g, ' ')
      .replace(/^[-–—#\s]+|[-–—:,;\s]+$/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  const [head = '', ...tail] = clean.split(/,\s*/)
  const named = tail.length > 0 && tail.every((part) => part.split(' ').every((one) => degrees.has(folded(one)))) ? head : clean
  const words = named.split(' ')
  while (words.length > 1 && titles.has(folded(words[0] ?? '')) && (words[0] ?? '').length > 1) words.shift()
  while (words.length > 2 && degrees.has(folded(words.at(-1) ?? ''))) words.pop()
  return words.join(' ')
}

/** Whether a text is a person's name and nothing else; `null` when it is not, or may be anything. */
export function readName(text: string): PersonName | null {
  if (text.length < 2 || text.length > 80 || /[\d@/\\<>{}=+&!?%€$#_;:]/.test(text.replace(/[([][^)\]]{0,40}[)\]]/g, ''))) return null
  const name = bareName(text)
  if (name.length > 60 || name.includes(',')) return null
  const words = name.split(' ')
  if (words.length > 7) return null
  const proper = words.filter((one) => !infixes.has(one))
  if (proper.length === 0 || !proper.every((one) => word.test(one) || initials.test(one))) return null
  if (infixes.has(words.at(-1) ?? '') || hasOtherWord(words)) return null
  if (words.length < 3 && infixes.has((words[0] ?? '').toLowerCase())) return null
  if (startsRole(words[0] ?? '') || words.slice(1).some(isRoleWord)) return null
  if (proper.length === 1) return words.length === 1 && givenForm.test(name) ? { name, form: 'given' } : givenOrNull(name, words)
  const whole = proper.filter((one) => !initials.test(one))
  return whole.length > 0 && whole.some((one) => one.length > 1) ? { name, form: 'full' } : null
}

/** Whether a word is one that no name has. After `van der` any word is a surname. */
const hasOtherWord = (words: readonly string[]): boolean =>
  words.some((one, at) => !infixes.has(one) && noName.has(folded(one)) && (at === 0 || !infixes.has(words[at - 1] ?? '')))

/** `van Dijk` is a surname; a given name stands alone. */
const givenOrNull = (name: string, words: readonly string[]): PersonName | null =>
  words.length > 2 && givenForm.test(words[0] ?? '') ? { name, form: 'full' } : null

/** The words of a name by which it is known again, in any order: folded, without infixes. */
export const nameTokens = (name: string): string[] =>
  bareName(name)
    .split(/[\s.-]+/)
    .filter((one) => !infixes.has(one.toLowerCase()))
    .map(folded)
    .filter((one) => one !== '')

/** One identity for every spelling and order of a name. */
export const nameKey = (name: string): string => nameTokens(name).toSorted().join(' ')

/** Whether two names can be one person's: every word of the shorter is a word of the other. */
export function sameName(a: string, b: string): boolean {
  const [less = [], more = []] = [nameTokens(a), nameTokens(b)].toSorted((one, other) => one.length - other.length)
  return less.length > 0 && less.every((token) => more.includes(token))
}

/** `JuhoJauhiainen` and `jan-de-vries-12b` spell a name; `null` when a handle does not. */
export function nameOfHandle(handle: string): string | null {
  const bare = handle.replace(/^@|^in\//, '')
  const words = /[._-]/.test(bare)
    ? bare
        .split(/[._-]+/)
        .filter((part) => part !== '' && !/\d/.test(part))
        .map((part) => (infixes.has(part) ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    : bare.split(/(?<=\p{Ll})(?=\p{Lu})/u)
  const read = words.length > 1 ? readName(words.join(' ')) : null
  return read?.form === 'full' ? read.name : null
}
