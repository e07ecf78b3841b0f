import type { Child } from 'hono/jsx'
import type { AuditView } from '../../services/views.ts'
import type { Ui } from '../ui.ts'
import { Layout } from './layout.tsx'
import { NextStep, type StepId, Steps } from './steps.tsx'

interface AuditPageProps {
  readonly ui: Ui
  readonly view: AuditView
  readonly step: StepId
  readonly title: string
  readonly scripts?: readonly string[]
  readonly styles?: readonly string[]
  readonly children?: Child
}

/** What every page of an audit shares: whose it is, the five steps, and the next one at the end. The first step puts it on top itself. */
export const AuditPage = ({ ui, view, step, title, scripts, styles = [], children }: AuditPageProps) => (
  <Layout ui={ui} title={`${title}, ${view.organisation.name}`} {...(scripts ? { scripts } : {})} styles={['audit.css', ...styles]}>
    <div class="audit-head">
      <p class="organisation">
        <a href={ui.to(`/audits/${view.id}`)}>{view.organisation.name}</a>
      </p>
      {view.organisation.demo ? (
        <p class="aside">
          {ui.t.audit.demo} <a href={`${ui.to('/')}#name`}>{ui.t.audit.own}</a>
        </p>
      ) : null}
    </div>
    <Steps ui={ui} view={view} current={step} />
    {children}
    {step === 'search' ? null : <NextStep ui={ui} view={view} current={step} />}
  </Layout>
)
