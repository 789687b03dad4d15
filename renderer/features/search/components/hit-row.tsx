import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { PaperHit } from '../../../search/messages.ts'
import { Chip } from '../../../ui/chip.tsx'
import { cx } from '../../../ui/cx.ts'
import { stampOf } from '../../../ui/deadline-view.ts'
import { Icon } from '../../../ui/icon.tsx'
import { UrgencyStamp } from '../../../ui/urgency-stamp.tsx'
import { statusWords } from './facet-words.ts'
import classes from './hit-row.module.css'
import { MarkedText } from './marked-text.tsx'
import { useRelationWords } from './relation-words.ts'

interface HitRowProps {
  readonly hit: PaperHit
  readonly marks: readonly string[]
  readonly isActive: boolean
}

/** A hit in three lines: which document, what about, and why it is here or what became of it. */
export function HitRow({ hit, marks, isActive }: HitRowProps) {
  const t = useT()
  const formats = useFormats()
  const relation = useRelationWords()(hit)
  const { row, page } = hit
  const stamp = stampOf(row.urgency)
  const isIncoming = row.what === 'letter' || (row.what === 'former' && row.direction === 'incoming')
  return (
    <div className={cx(classes.row, isActive && classes.active)}>
      <div className={classes.line}>
        <span className={classes.way}>
          <Icon
            name={isIncoming ? 'inbox' : 'send'}
            size="s"
            label={t(isIncoming ? 'search.direction.incoming' : 'search.direction.outgoing')}
          />
        </span>
        {row.code !== '' && (
          <span className={cx(classes.code, 'num')}>
            <MarkedText text={row.code} marks={marks} />
          </span>
        )}
        <span className={cx(classes.issuer, 'ellipsis')}>
          <MarkedText text={row.issuer} marks={marks} />
        </span>
        <span className="spacer" />
        {stamp !== undefined && <UrgencyStamp urgency={stamp} />}
        <span className={classes.date}>{formats.date(row.issuedOn ?? row.at)}</span>
      </div>
      <div className={classes.line}>
        <span className={cx(classes.subject, 'ellipsis', 'num')} title={row.subject}>
          <MarkedText text={row.subject || t('drafting.untitled')} marks={marks} />
        </span>
      </div>
      <div className={cx(classes.line, classes.third)}>
        {page === null || page.snippet === '' ? (
          <span className={cx(classes.snippet, 'ellipsis', 'num')}>
            {[
              statusWords(t, `${row.what}/${row.status}`),
              row.what !== 'document' && isIncoming && row.arrivalNumber !== null
                ? t('search.arrivalNumber', { number: row.arrivalNumber })
                : '',
              row.signer === '' ? '' : t('search.signedBy', { name: row.signer }),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        ) : (
          <span className={cx(classes.snippet, 'ellipsis', 'num')}>
            {t('search.onPage', { page: page.number })} <MarkedText text={page.snippet} marks={marks} />
          </span>
        )}
        {relation !== undefined && (
          <Chip tone={relation.tone} icon={relation.icon} title={relation.title}>
            {relation.words}
          </Chip>
        )}
      </div>
    </div>
  )
}
