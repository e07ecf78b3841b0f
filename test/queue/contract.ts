import { describe } from 'vitest'
import { contractOfCancelling } from './contract-cancel.ts'
import { contractOfDelivery } from './contract-delivery.ts'
import { contractOfFlows } from './contract-flows.ts'
import { contractOfRecurringJobs } from './contract-recurring.ts'
import { contractOfRuns } from './contract-runs.ts'
import { contractOfSurvival } from './contract-survival.ts'
import { type QueueSetting, useQueue } from './setting.ts'

/** What every adapter does, whatever stands behind it. */
export function queueContract(adapter: string, settle: () => Promise<QueueSetting>): void {
  describe(`the queue over ${adapter}`, () => {
    const at = useQueue(settle)
    contractOfRuns(at)
    contractOfFlows(at)
    contractOfCancelling(at)
    contractOfDelivery(at)
    contractOfRecurringJobs(at)
    contractOfSurvival(at)
  })
}
