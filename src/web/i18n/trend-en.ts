import { count } from './count.ts'
import type { TrendMessages } from './trend-nl.ts'

/** The words of the trend page, in English. */
export const trendEn: TrendMessages = {
  title: 'Trend',
  question: 'How is the uniformity doing?',
  lead: (n) =>
    `All ${count(n, 'audit', 'audits')} in a row. The solid line measures each audit by the present norm, so fairly beside each other.`,
  one: 'There is one audit now. After the next you see a line here.',
  hidden: 'Of audits that you still have to grade yourself, nothing is shown here yet.',
  chart: 'Grades for uniformity',
  fair: (rubric) => `Measured by the present norm (${rubric})`,
  stored: 'As it was measured then',
  people: 'Grade by people, on average',
  coverage: 'How much could be seen',
  parts: 'The parts',
  partsLead: 'Each part, measured by the present norm.',
  part: {
    names: 'Names',
    background: 'Background',
    pictures: 'Profile picture and logo',
    text: 'Description and link',
    portraits: 'Portraits',
  },
  norm: 'Another norm',
  normHelp: 'A dotted line means: from here something else was asked.',
  describe: (from, to, first, last) => `From ${from} to ${to}: it went from ${first} to ${last}. The table below has all numbers.`,
  noGrade: 'no grade',
  table: 'All numbers',
  columns: {
    date: 'Date',
    fair: 'Measured now',
    stored: 'Measured then',
    people: 'By people',
    coverage: 'Seen',
    norm: 'Norm changed',
  },
  byPeople: (grade, n) => `${grade}, by ${n}`,
  locations: 'By location',
  locationsLead: 'How much of what could be measured is in line.',
  location: 'Location',
  of: (inLine, measured) => `${inLine} of ${measured}`,
  files: 'Take along',
  csv: 'As CSV (with commas)',
  svg: 'The chart as SVG',
  png: 'The chart as PNG',
  difference: 'See what changed since the last audit',
}
