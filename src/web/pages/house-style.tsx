import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import type { EenlijnError } from '../../model/errors.ts'
import type { HouseStyle } from '../../model/house-style.ts'
import { keepHousePicture } from '../../services/keep-house-picture.ts'
import { previewNames } from '../../services/preview-names.ts'
import { readAudit } from '../../services/read-audit.ts'
import { type HouseStyleView, readHouseStyle } from '../../services/read-house-style.ts'
import { saveHouseStyle } from '../../services/save-house-style.ts'
import { HouseStylePage } from '../components/house-style-page.tsx'
import { personOf } from '../person.ts'
import { attempt, type Form, fileOf, readForm, renderPage, statusOf, textOf } from '../respond.ts'
import type { WebEnv } from '../ui.ts'
import { coloursIn, newLogo, styleIn } from './house-style-form.ts'

interface Shown {
  readonly style?: HouseStyle
  readonly refused?: EenlijnError
  readonly saved?: 'yes' | 'unchanged' | null
}

/** What the organisation agreed, which belongs to it and is reached from each of its audits. */
export const houseStylePages = (deps: Deps) => {
  const render = (c: Context<WebEnv>, auditId: string, { style, refused, saved = null }: Shown) => {
    const agreed = readHouseStyle(deps, auditId)
    const shown = style ?? agreed.style
    const props = {
      ui: c.var.ui,
      view: readAudit(deps, auditId, { personId: personOf(c, deps)?.personId ?? null }),
      agreed,
      style: shown,
      previews: previewNames(deps, auditId, shown.names),
      error: refused ? { field: refused.field ?? 'names.organisation', text: c.var.ui.text(refused.text) } : null,
      saved,
    }
    return renderPage(c, <HouseStylePage {...props} />, refused ? statusOf(refused) : 200)
  }
  return new Hono<WebEnv>()
    .get('/audits/:id/house-style', (c) => {
      const saved = (['yes', 'unchanged'] as const).find((one) => one === c.req.query('saved')) ?? null
      return render(c, c.req.param('id'), { saved })
    })
    .post('/audits/:id/house-style', async (c) => {
      const auditId = c.req.param('id')
      const form = await readForm(c)
      const typed = styleIn(form)
      const { style, refused } = await withFiles(deps, c, auditId, form, typed)
      if (refused) return render(c, auditId, { style, refused })
      const take = textOf(form, 'take')
      const whole = take ? taken(take, style, readHouseStyle(deps, auditId), form) : style
      if (textOf(form, 'preview')) return render(c, auditId, { style: whole })
      const result = await attempt(() => saveHouseStyle(deps, { auditId, style: whole, personId: personOf(c, deps)?.personId ?? null }))
      if ('refused' in result) return render(c, auditId, { style: whole, refused: result.refused })
      const saved = result.done.changed ? 'yes' : 'unchanged'
      return c.redirect(`${c.var.ui.to(`/audits/${auditId}/house-style`)}?saved=${saved}${take ? `#${anchors[take] ?? ''}` : ''}`, 303)
    })
}

/** The style with the files that came with the form. What was taken in stays, also when another file is refused. */
async function withFiles(deps: Deps, c: Context, auditId: string, form: Form, typed: HouseStyle) {
  let style = typed
  for (const field of ['logoFile', 'bannerFile'] as const) {
    const file = await fileOf(c, field)
    if (!file) continue
    const kept = await attempt(async () => keepHousePicture(deps, { auditId, field, bytes: new Uint8Array(await file.arrayBuffer()) }))
    if ('refused' in kept) return { style, refused: kept.refused }
    const { digest } = kept.done
    style =
      field === 'logoFile'
        ? { ...style, logo: { ...style.logo, files: [...style.logo.files, newLogo(form, digest, file.name)] } }
        : { ...style, background: { ...style.background, references: [...style.background.references, digest] } }
  }
  return { style, refused: null }
}

const anchors: Readonly<Record<string, string>> = {
  background: 'hs-background',
  avatar: 'hs-logo',
  colours: 'hs-colours',
  colour: 'hs-colours',
  link: 'hs-description',
  organisation: 'hs-names',
  units: 'hs-names',
  display: 'hs-names',
}

/** What the accounts do now, made the agreement, beside all else that was typed. */
function taken(what: string, style: HouseStyle, { found }: HouseStyleView, form: Form): HouseStyle {
  const { names, background, logo, colours, description } = style
  if (what === 'colour') return { ...style, colours: { ...colours, hex: [...colours.hex, ...coloursIn(textOf(form, 'colour'))] } }
  if (what === 'background' && found.background)
    return { ...style, background: { ...background, references: [...background.references, found.background.value] } }
  if (what === 'avatar' && found.avatar) {
    const file = { file: found.avatar.value, name: '', kind: 'mark' as const, ground: 'any' as const, old: false }
    return { ...style, logo: { ...logo, files: [...logo.files, file] } }
  }
  if (what === 'colours' && found.colours) return { ...style, colours: { ...colours, hex: [...colours.hex, ...found.colours.value] } }
  if (what === 'link' && found.link) return { ...style, description: { ...description, link: found.link.value } }
  if (what === 'organisation' || what === 'units' || what === 'display') {
    const pattern = found.names[what]?.value
    return pattern === undefined ? style : { ...style, names: { ...names, [what]: [...names[what], pattern] } }
  }
  return style
}
