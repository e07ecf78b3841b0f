import type { Effort, Picture } from '../types.ts'
import { answerWith } from './answer.ts'
import { readCodes } from './read-codes.ts'

export interface CodesQuestion {
  readonly picture: Picture
  readonly effort: Effort
}

answerWith<CodesQuestion>(({ picture, effort }) => readCodes(picture, effort))
