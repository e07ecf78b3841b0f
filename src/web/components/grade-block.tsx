import type { Child } from 'hono/jsx'
import type { Finding } from '../../model/finding.ts'
import type { CandidateView, GradingView } from '../../services/views.ts'
import type { Person } from '../person.ts'
import type { Ui } from '../ui.ts'
import { FindingBlock } from './finding.tsx'
import { GivenGrade, GradeForm, type RefusedGrade } from './grade-form.tsx'
import { Handle } from './handle.tsx'
import { Icon } from './icon.tsx'
import { FirstLook, OpenAccount } from './look.tsx'
import { Platform } from './platform.tsx'
import { OfferLook } from './seen-by-person.tsx'

interface GradeBlockProps {
  readonly ui: Ui
  readonly auditId: string
  readonly account: CandidateView
  readonly person: Person | null
  readonly findings: readonly Finding[]
  readonly refused: RefusedGrade | null
  readonly saved: string | undefined
}

/** One account to grade: what it shows, the question, and only after the answer what others and we think. */
export const GradeBlock = ({ ui, auditId, account, person, findings, refused, saved }: GradeBlockProps) => {
  const id = `s-${account.accountId}`
  const onlyLink = account.snapshot?.state !== 'captured'
  return (
    <section class="grade-block" id={id} aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>
        <Platform platform={account.platform} /> <Handle handle={account.handle} />
      </h2>
      <FirstLook ui={ui} auditId={auditId} account={account} />
      <div class="look-first">
        {onlyLink ? <p>{ui.t.grades.onlyLink}</p> : null}
        <OpenAccount ui={ui} account={account} button />
        <OfferLook ui={ui} auditId={auditId} account={account} from="grades" />
      </div>
      {person ? (
        <Grading
          ui={ui}
          auditId={auditId}
          subject={account.accountId}
          person={person}
          grading={account.grading}
          refused={refused}
          saved={saved === account.accountId}
        >
          <Remarks ui={ui} findings={findings} />
        </Grading>
      ) : null}
    </section>
  )
}

interface GradingProps {
  readonly ui: Ui
  readonly auditId: string
  readonly subject: string
  readonly person: Person
  readonly grading: GradingView
  readonly refused: RefusedGrade | null
  readonly saved: boolean
  /** Shown once this person has graded. */
  readonly children?: Child
}

/** The form at first; afterwards the given grade, with the form behind it, and what was hidden till then. */
export const Grading = ({ ui, auditId, subject, person, grading, refused, saved, children }: GradingProps) => {
  const { grades } = ui.t
  const { mine } = grading
  const form = <GradeForm ui={ui} auditId={auditId} subject={subject} personId={person.personId} grading={grading} refused={refused} />
  if (!mine)
    return (
      <>
        {form}
        <p class="veiled">
          <Icon name="hidden" /> {grades.hidden(grading.othersCount)}
        </p>
      </>
    )
  return (
    <>
      <h3>{grades.yours}</h3>
      {saved ? (
        <p class="saved" role="status">
          <Icon name="yes" /> {grades.saved}
        </p>
      ) : null}
      <GivenGrade ui={ui} grade={mine} own />
      <details open={refused?.subject === subject}>
        <summary>{grades.edit}</summary>
        {form}
      </details>
      <h3>{grades.others}</h3>
      {grading.others.length === 0 ? <p class="aside">{grades.noOthers}</p> : null}
      {grading.others.map((grade) => (
        <GivenGrade ui={ui} grade={grade} />
      ))}
      {children}
    </>
  )
}

const Remarks = ({ ui, findings }: { ui: Ui; findings: readonly Finding[] }) => (
  <>
    <h3>{ui.t.grades.remarks}</h3>
    {findings.length === 0 ? <p class="aside">{ui.t.grades.noRemarks}</p> : null}
    {findings.map((finding) => (
      <FindingBlock ui={ui} finding={finding} about={null} />
    ))}
  </>
)
