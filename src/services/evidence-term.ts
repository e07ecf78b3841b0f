import { daysOfWork, mostDaysOfPeople, mostDaysOfYoutubeApi } from '../../config/retention.ts'
import { peoplePageKind } from '../discovery/team/people-pages.ts'
import { lookJob, websiteJob } from '../model/jobs.ts'
import { classifyUrl } from '../platforms/classify.ts'

/** `archive` is what an audit replays, `print` a file that was handed in, `work` travels between jobs. None is shown as evidence. */
export type EvidenceKind = 'page' | 'picture' | 'archive' | 'print' | 'work'

/** A piece of evidence, as far as it decides how long it is kept. */
export interface EvidencePiece {
  readonly kind: EvidenceKind
  /** The kind of job that asked for it; `null` for what was handed in. */
  readonly job?: string | null
  /** Addresses under which it was asked for. */
  readonly addresses?: readonly string[]
  /** It was read and tells of people, or is of a person. */
  readonly ofPeople?: boolean
  /** YouTube's interface gave it. */
  readonly byYoutubeApi?: boolean
}

/**
 * For how many days a piece of evidence is kept. Pages of the organisation's own website and of its accounts, pictures and
 * print: as long as the setting says. Whatever tells of people, or may (search results, articles, whole archives): no longer
 * than people's pages may be kept.
 * @param days what the operator set
 */
export function daysToKeep(piece: EvidencePiece, days: number): number {
  if (piece.kind === 'work') return daysOfWork
  if (piece.byYoutubeApi || piece.addresses?.some(isYoutubeApi)) return Math.min(days, mostDaysOfYoutubeApi)
  return mayTellOfPeople(piece) ? Math.min(days, mostDaysOfPeople) : days
}

function mayTellOfPeople({ kind, job = null, addresses = [], ofPeople = false }: EvidencePiece): boolean {
  if (ofPeople || kind === 'archive') return true
  if (kind !== 'page') return false
  if (job === websiteJob.kind) return addresses.some(isPageOfPeople)
  if (job === lookJob.kind) return addresses.some((address) => classifyUrl(address).owner === 'person')
  return true
}

/** The front page is asked about first by every later audit; only what is read on it says that it tells of people. */
const isPageOfPeople = (address: string): boolean =>
  peoplePageKind(address, []) !== 'other' && (URL.parse(address)?.pathname.replace(/^\/(?:index\.\w{2,5})?$/, '') ?? '') !== ''

const youtubeApis = new Set(['www.googleapis.com', 'youtube.googleapis.com'])
const isYoutubeApi = (address: string): boolean => youtubeApis.has(URL.parse(address)?.hostname ?? '')
