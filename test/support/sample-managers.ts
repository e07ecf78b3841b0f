import type { Deps } from '../../src/deps.ts'
import { saveManager } from '../../src/services/save-manager.ts'
import { saveRecoveryNote } from '../../src/services/save-recovery-note.ts'
import type { Sample } from './sample-audit.ts'

export const someone = {
  name: 'Fatima el Amrani',
  workEmail: 'f.elamrani@zorgwijde.example',
  role: 'employee',
  jobTitle: 'Communicatieadviseur',
  since: '2024-03-01',
  until: '',
  deputyOf: '',
  accounts: [] as string[],
}

/** A register with something of everything: a pair, a trainee alone whose time is nearly up, a private address, a noted place. */
export function sampleManagers(deps: Deps, { auditId, accounts }: Sample) {
  const idOf = (key: string) => accounts.get(key) ?? ''
  const facebook = idOf('facebook:zorgwijde')
  const youtube = idOf('youtube:@zorgwijdetv')
  const fatima = saveManager(deps, { ...someone, auditId, accounts: [facebook] }).id
  const bram = saveManager(deps, {
    ...someone,
    auditId,
    name: 'Bram Kuipers',
    workEmail: 'bram.kuipers@post.example',
    jobTitle: '',
    deputyOf: fatima,
    accounts: [facebook],
  }).id
  const noor = saveManager(deps, {
    ...someone,
    auditId,
    name: 'Noor van Vliet',
    workEmail: '',
    role: 'trainee',
    jobTitle: '',
    until: '2026-11-20',
    accounts: [youtube],
  }).id
  saveRecoveryNote(deps, { auditId, accountId: facebook, note: 'Kluis van ICT, herstel via de postbus communicatie' })
  return { fatima, bram, noor, facebook, youtube }
}
