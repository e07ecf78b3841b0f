import { avatar } from './avatar.ts'
import { background } from './background.ts'
import type { Check } from './check.ts'
import { completeness } from './completeness.ts'
import { description } from './description.ts'
import { displayNames } from './display-names.ts'
import { legibility } from './legibility.ts'
import { link } from './link.ts'
import { logo } from './logo.ts'
import { namesAcrossPlatforms } from './names-across-platforms.ts'
import { palette } from './palette.ts'
import { peopleNames } from './people-names.ts'
import { portraits } from './portraits.ts'
import { unitNames } from './unit-names.ts'

/** Every check, in the order in which a report shows them. */
export const checks: readonly Check[] = [
  namesAcrossPlatforms,
  background,
  avatar,
  logo,
  link,
  description,
  displayNames,
  unitNames,
  completeness,
  palette,
  legibility,
  portraits,
  peopleNames,
]
