import { useT } from '../i18n/language-provider.tsx'
import { Checkbox } from './checkbox.tsx'
import { cx } from './cx.ts'
import { DeadlineChip } from './deadline-chip.tsx'
import type { DeadlineView } from './deadline.types.ts'
import classes from './document-row.module.css'
import { Icon } from './icon.tsx'
import { UrgencyStamp } from './urgency-stamp.tsx'
import type { Urgency } from './urgency-stamp.tsx'
import { VerdictIcon } from './verdict-badge.tsx'
import type { Verdict } from './verdict.types.ts'
import type { ReactNode } from 'react'

/** What a list shows of one document; absent parts take no room. */
export interface DocumentRowView {
  /** Issuer of a letter, unit of a draft. */
  readonly from: string
  /** What stands first is a time or a number, which is never cut. */
  readonly isFromWhole?: boolean | undefined
  /** `1286/UBND-NC`; a draft shows `Công văn /SNV-TCBC`. */
  readonly number?: string | undefined
  readonly subject: string
  readonly isUnread?: boolean | undefined
  readonly urgency?: Urgency | undefined
  readonly deadline?: DeadlineView | undefined
  readonly attachments?: number | undefined
  readonly verdict?: Verdict | undefined
  /** Waits for the node: a quiet mark before the verdict. */
  readonly isPending?: boolean | undefined
  /** In place of the deadline: changes since initialled, state of a draft. */
  readonly mark?: ReactNode
}

export interface DocumentRowProps {
  readonly row: DocumentRowView
  readonly isActive: boolean
  readonly isSelected: boolean
  /** Shows the box instead of the dot, as while several are selected. */
  readonly isSelecting?: boolean
  readonly onSelect?: ((selected: boolean) => void) | undefined
}

/** Two lines: who and number, urgency and deadline; what, attachments and verdict. Sits in a row of `VirtualList`. */
export function DocumentRow({ row, isActive, isSelected, isSelecting = false, onSelect }: DocumentRowProps) {
  const t = useT()
  const { attachments = 0 } = row
  return (
    <div
      className={cx(
        classes.row,
        row.isUnread === true && classes.unread,
        isActive && classes.active,
        (isSelected || isSelecting) && classes.selecting,
      )}
    >
      <div className={classes.lead}>
        {row.isUnread === true && (
          <span
            className={classes.dot}
            role="img"
            aria-label={t('states.unread')}
            title={t('states.unread')}
          />
        )}
        {onSelect !== undefined && (
          <span className={classes.box}>
            <Checkbox
              inRow
              checked={isSelected}
              label={t('common.selectRow', { name: `${row.from} ${row.number ?? ''}`.trim() })}
              onChange={onSelect}
            />
          </span>
        )}
      </div>
      <div className={classes.lines}>
        <div className={classes.first}>
          <span className={cx(classes.from, row.isFromWhole === true ? classes.whole : 'ellipsis')}>
            {row.from}
          </span>
          {row.number !== undefined && <span className={cx(classes.number, 'num')}>{row.number}</span>}
          <span className="spacer" />
          {row.urgency !== undefined && <UrgencyStamp urgency={row.urgency} />}
          {row.mark}
          {row.deadline !== undefined && <DeadlineChip deadline={row.deadline} />}
        </div>
        <div className={classes.second}>
          <span className={cx(classes.subject, 'ellipsis', 'num')} title={row.subject}>
            {row.subject}
          </span>
          <span className="spacer" />
          {row.isPending === true && (
            <span className={classes.attachments} title={t('states.sync.pending')}>
              <Icon name="cloud-up" size="s" label={t('states.sync.pending')} />
            </span>
          )}
          {attachments > 0 && (
            <span className={cx(classes.attachments, 'num')}>
              <Icon name="paperclip" size="s" label={t('common.attachments', { count: attachments })} />
              <span aria-hidden>{attachments}</span>
            </span>
          )}
          {row.verdict !== undefined && <VerdictIcon verdict={row.verdict} />}
        </div>
      </div>
    </div>
  )
}
