import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, in that order. Begun last, one of these would keep one core busy after the others are done. */
const long = [
  'workers/kill',
  'demo/year',
  'web/accessible',
  'services/team',
  'workers/audit',
  'print/readers',
  'services/read-print',
  'capture/browser',
  'services/erase-member',
  'cli/audit',
  'web/scripts',
]

/** In a fresh clone nothing is known of how long files take, and Vitest would begin with the largest. It wants a class. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`))
      return at < 0 ? long.length : at
    }
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}
