import type { Verdict } from '../../model/candidate.ts'
import type { Text } from '../../model/text.ts'
import type { CandidateView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import type { IconName } from './icon.tsx'

/** `van ons` becomes `Van ons`: words of a list at the start of a line. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const verdictIcons: Readonly<Record<Verdict, IconName>> = { ours: 'yes', likely: 'likely', unknown: 'unknown', 'not-ours': 'no' }

/** From which confidence (0 to 1) which words hold, the surest first. */
const confidenceWords: readonly (readonly [number, Text])[] = [
  [0.95, { nl: 'bijna alles wijst erop', en: 'almost everything points to it' }],
  [0.75, { nl: 'veel wijst erop', en: 'much points to it' }],
  [0.4, { nl: 'sommige dingen wijzen erop', en: 'some things point to it' }],
  [0.1, { nl: 'weinig wijst erop', en: 'little points to it' }],
  [0, { nl: 'bijna niets wijst erop', en: 'almost nothing points to it' }],
]

/** A confidence of 0 to 1 in words. */
export const confidenceWord = (ui: Ui, confidence: number): string => {
  const words = confidenceWords.find(([from]) => confidence >= from)
  return words ? ui.text(words[1]) : ''
}

/** Waits for a person's word: nobody decided, and it is not plainly somebody else's. */
export const isUndecided = ({ decision, standing }: CandidateView): boolean => !decision?.decision && standing !== 'not-ours'
