import { answerWith } from '../../processes/answer-with.ts'
import type { Effort, Picture } from '../types.ts'
import { readCodes } from './read-codes.ts'

export interface CodesQuestion {
  readonly picture: Picture
  readonly effort: Effort
}

answerWith<CodesQuestion>(({ picture, effort }) => readCodes(picture, effort))
