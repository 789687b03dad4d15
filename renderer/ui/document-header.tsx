import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { DeadlineChip } from './deadline-chip.tsx'
import type { DeadlineView } from './deadline.types.ts'
import classes from './document-header.module.css'
import { UrgencyStamp } from './urgency-stamp.tsx'
import type { Urgency } from './urgency-stamp.tsx'
import { VerdictBadge } from './verdict-badge.tsx'
import type { Verdict } from './verdict.types.ts'

export interface DocumentHeaderView {
  readonly number?: string | undefined
  /** `Công văn của UBND tỉnh Sông Lam`, or the type alone in the reading pane. */
  readonly type: string
  readonly date?: string | undefined
  /** `Số đến 4.812`, the state of a draft. */
  readonly remark?: string | undefined
  readonly urgency?: Urgency | undefined
  readonly subject: string
  readonly verdict?: Verdict | undefined
  readonly signatures?: number | undefined
  readonly deadline?: DeadlineView | undefined
  /** `hạn 20/11/2026` */
  readonly due?: string | undefined
}

export interface DocumentHeaderProps {
  readonly view: DocumentHeaderView
  readonly verbs: ReactNode
}

/** Over an open document: what it is at the left, whether to trust it and by when at the right, then subject and verbs. */
export function DocumentHeader({ view, verbs }: DocumentHeaderProps) {
  return (
    <header className={classes.header}>
      <div className={classes.facts}>
        <DocumentFacts view={view} />
        <span className="spacer" />
        {view.verdict !== undefined && <VerdictBadge verdict={view.verdict} signatures={view.signatures} />}
        <DueFacts view={view} />
      </div>
      <div className={classes.subjectLine}>
        <h1 className={cx(classes.subject, 'ellipsis')} title={view.subject}>
          {view.subject}
        </h1>
        {verbs}
      </div>
    </header>
  )
}

export interface ReadingHeaderProps {
  readonly view: DocumentHeaderView
  readonly issuer: string
  /** `ký: Đặng Minh Tuệ, Phó Chủ tịch` */
  readonly signer?: string | undefined
}

/** The same in the reading pane, in three lines without verbs. */
export function ReadingHeader({ view, issuer, signer }: ReadingHeaderProps) {
  return (
    <header className={classes.reading}>
      <div className={classes.facts}>
        <DocumentFacts view={view} />
        <span className="spacer" />
        <DueFacts view={view} />
      </div>
      <h2 className={classes.readingSubject}>{view.subject}</h2>
      <div className={classes.facts}>
        <span className={classes.issuer}>{issuer}</span>
        {signer !== undefined && <span className={cx(classes.faint, 'ellipsis')}>{signer}</span>}
        <span className="spacer" />
        {view.verdict !== undefined && <VerdictBadge verdict={view.verdict} signatures={view.signatures} />}
      </div>
    </header>
  )
}

function DocumentFacts({ view }: { readonly view: DocumentHeaderView }) {
  return (
    <>
      {view.number !== undefined && <span className={cx(classes.number, 'num')}>{view.number}</span>}
      <span className="ellipsis">{view.type}</span>
      {view.date !== undefined && <span className="num">{view.date}</span>}
      {view.remark !== undefined && <span className={cx(classes.faint, 'num')}>{view.remark}</span>}
      {view.urgency !== undefined && <UrgencyStamp urgency={view.urgency} />}
    </>
  )
}

function DueFacts({ view }: { readonly view: DocumentHeaderView }) {
  return (
    <>
      {view.deadline !== undefined && <DeadlineChip deadline={view.deadline} />}
      {view.due !== undefined && <span className={cx(classes.faint, 'num')}>{view.due}</span>}
    </>
  )
}
