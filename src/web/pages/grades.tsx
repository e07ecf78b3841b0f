import { type Context, Hono } from 'hono'
import type { Deps } from '../../deps.ts'
import { EenlijnError } from '../../model/errors.ts'
import type { Text } from '../../model/text.ts'
import { gradeSubject } from '../../services/grade-subject.ts'
import { identifyPerson } from '../../services/person.ts'
import { readAudit } from '../../services/read-audit.ts'
import type { RefusedGrade } from '../components/grade-form.tsx'
import { GradesPage } from '../components/grades-page.tsx'
import { UniformityPage } from '../components/uniformity-page.tsx'
import { type Person, personOf, rememberPerson } from '../person.ts'
import { attempt, type Form, readForm, renderPage, statusOf, textOf } from '../respond.ts'
import type { WebEnv } from '../ui.ts'
import { uniformityProps } from './uniformity.tsx'

/** Grades of accounts and of the uniformity, and who gives them. */
export const gradesPages = (deps: Deps) => {
  const read = (auditId: string, person: Person | null) => readAudit(deps, auditId, { personId: person?.personId ?? null })

  /** The page that the form stood on, with what was typed and why it was refused. */
  const refuse = (c: Context<WebEnv>, step: string, person: Person | null, error: EenlijnError, refused: RefusedGrade | null) => {
    const { ui } = c.var
    const view = read(c.req.param('id') ?? '', person)
    const problem = refused ? { refused } : { nameError: ui.text(error.text) }
    const page =
      step === 'uniformity' ? (
        <UniformityPage {...uniformityProps(deps, ui, view.id, person)} {...problem} />
      ) : (
        <GradesPage ui={ui} view={view} person={person} {...problem} />
      )
    return renderPage(c, page, statusOf(error))
  }

  return new Hono<WebEnv>()
    .get('/audits/:id/grades', (c) => {
      const person = personOf(c, deps)
      const view = read(c.req.param('id'), person)
      return renderPage(c, <GradesPage ui={c.var.ui} view={view} person={person} saved={c.req.query('saved')} />)
    })
    .post('/audits/:id/person', async (c) => {
      const form = await readForm(c)
      const step = textOf(form, 'step') === 'uniformity' ? 'uniformity' : 'grades'
      const person = personOf(c, deps)
      const result = await attempt(() => identifyPerson(deps, { name: textOf(form, 'name'), personId: person?.personId ?? null }))
      if ('refused' in result) return refuse(c, step, person, result.refused, null)
      rememberPerson(c, result.done.personId)
      return c.redirect(c.var.ui.to(`/audits/${c.req.param('id')}/${step}`), 303)
    })
    .post('/audits/:id/grades/:subject', async (c) => {
      const { id, subject } = c.req.param()
      const { ui } = c.var
      const form = await readForm(c)
      const person = personOf(c, deps)
      const step = subject === 'uniformity' ? 'uniformity' : 'grades'
      const result = await attempt(() => gradeSubject(deps, gradeOf(id, subject, person, form)))
      if ('done' in result) return c.redirect(`${ui.to(`/audits/${id}/${step}`)}?saved=${subject}#s-${subject}`, 303)
      const { field } = result.refused
      return refuse(c, step, person, result.refused, { subject, field: field ?? 'form', text: ui.text(result.refused.text), form })
    })
}

const both: Text = {
  nl: 'Kies een cijfer, of ‘niet te beoordelen’. Niet allebei.',
  en: 'Choose a grade, or ‘cannot be graded’. Not both.',
}

function gradeOf(auditId: string, subject: string, person: Person | null, form: Form) {
  const typed = textOf(form, 'grade')
  const cannot = textOf(form, 'cannot') !== ''
  if (cannot && typed.trim() !== '') throw new EenlijnError('invalid-input', both, { field: 'grade' })
  const basedOn = Number(textOf(form, 'basedOn'))
  return {
    auditId,
    subject,
    grade: cannot ? null : typed,
    reason: textOf(form, 'reason'),
    personId: person?.personId ?? '',
    ...(Number.isInteger(basedOn) ? { basedOn } : {}),
  }
}
