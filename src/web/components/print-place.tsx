import type { FoundVia } from '../../model/candidate.ts'
import { type PrintTier, printTiers } from '../../model/print-item.ts'
import type { Ui } from '../ui.ts'
import { Icon, type IconName } from './icon.tsx'
import { capital } from './words.ts'

const tierIcons: Readonly<Record<PrintTier, IconName>> = { certain: 'yes', likely: 'likely', possible: 'unknown' }

/** How sure the reading is, as a word with a sign. */
export const Tier = ({ ui, tier }: { ui: Ui; tier: PrintTier }) => (
  <span class="tier" title={ui.t.prints.tierWhy[tier]}>
    <Icon name={tierIcons[tier]} /> {capital(ui.t.prints.tier[tier])}
  </span>
)

/** The place on a poster or clipping, cut out; nothing for a place that is no print. */
export const PrintedPlace = ({ ui, auditId, via, handle }: { ui: Ui; auditId: string; via: FoundVia; handle: string }) => {
  const t = ui.t.prints
  if (!via.crop) return null
  const tier = printTiers.find((one) => one === via.label)
  return (
    <>
      <p>
        {tier ? <Tier ui={ui} tier={tier} /> : null} <a href={ui.to(`/audits/${auditId}/prints`)}>{t.viewItem}</a>
      </p>
      <img class="crop" src={`/audits/${auditId}/pictures/${via.crop}`} alt={t.crop(handle, via.pageTitle)} loading="lazy" />
    </>
  )
}

/** A quote with the name in it marked, or else the words that stood for it: those of a link. */
export const Marked = ({ text, word, label = '' }: { text: string; word: string; label?: string }) => {
  const handle = (word.split('/').at(-1) ?? word).replace(/^@/, '').split('@')[0] ?? ''
  const name = [handle, label].find((one) => one !== '' && text.toLowerCase().includes(one.toLowerCase())) ?? ''
  const at = text.toLowerCase().indexOf(name.toLowerCase())
  if (name === '') return <>{text}</>
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + name.length)}</mark>
      {text.slice(at + name.length)}
    </>
  )
}
