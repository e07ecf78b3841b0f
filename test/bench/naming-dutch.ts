import type { Person } from './naming-staff.ts'

const words = (text: string): string[] => text.trim().split(/\s+/)

const givens =
  words(`Jannie Marit Erik Sanne Daan Fleur Bram Noor Thijs Lotte Joris Femke Ruben Anouk Sjoerd Mila Koen Iris Jelle Eva Mees Roos
  Niels Zoë Renée Chloë Loïs Björn Jürgen Søren Marie-Claire Jan-Willem Anne-Fleur Fatima Youssef Ayşe Emre Soraya Kwame Priya Ming`)
const families =
  words(`Jansen Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer Dijkstra Postma Hoekstra Kuipers Veenstra
  Özdemir Yılmaz Müller Weiß Ångström Nuñez Bouzid Achterberg Zijlstra Wiersma`)
const doubles = ['Jansen-de Vries', 'Bakker-van Dijk', 'Smit-Visser', 'Mulder-Peters']
const infixed: readonly (readonly [string, string])[] = [
  ['van der', 'Berg'],
  ['de', 'Vries'],
  ['van', 'Dijk'],
  ["van 't", 'Hart'],
  ["'t", 'Hooft'],
  ['ter', 'Horst'],
  ['ten', 'Brink'],
  ['von', 'Bergen'],
  ['van de', 'Ven'],
  ['den', 'Uyl'],
  ['el', 'Amrani'],
  ['van den', 'Heuvel'],
  ['op den', 'Kamp'],
]

/** Names with infixes, double names, signs above letters: every first name with a family name, in a fixed order. */
export function dutchPeople(): Person[] {
  const surnames = [...families.map((family) => ['', family] as const), ...doubles.map((family) => ['', family] as const), ...infixed]
  return givens.flatMap((given, at) =>
    [0, 1, 2, 3, 4].map((turn) => {
      const [infix, family] = surnames[(at * 7 + turn * 11) % surnames.length] ?? ['', 'Jansen']
      return { name: [given, infix, family].filter(Boolean).join(' '), given, infix, family }
    }),
  )
}
