import { useState } from 'react'
import type { Disposal } from '#shared/domain/records/disposal-decider.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { hasRole, useMe, usePostNames } from '../../../workplace/me.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { ReasonSheet } from '../../../workplace/reason-sheet.tsx'
import classes from './records.module.css'

type Asking = 'approve' | 'reject' | 'disagree'

/** A proposal to destroy records: the list, what the council says, and the head's decision. The list stays for ever. */
export function DisposalCard({ disposal }: { readonly disposal: Disposal }) {
  const t = useT()
  const formats = useFormats()
  const me = useMe()
  const nameOf = usePostNames()
  const act = useAct()
  const [asking, setAsking] = useState<Asking | null>(null)
  const { files, grounds, opinions, council, decision } = disposal
  const ref = { kind: 'disposal', id: disposal.id } as const
  const silent = council.filter((post) => !opinions.some((one) => one.by.post === post))
  const mayAppraise = decision === null && me !== undefined && silent.includes(me.id)
  const mayDecide = decision === null && silent.length === 0 && hasRole(me, 'leader')
  const confirm = (reason: string): void => {
    setAsking(null)
    if (asking === 'disagree') void act(ref, 'disposal.appraise', { agreed: false, opinion: reason })
    else void act(ref, 'disposal.decide', { approved: asking === 'approve', reason })
  }
  return (
    <section className={classes.card}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          {t('records.archive.disposal.proposed', {
            name: nameOf(disposal.proposedBy.post),
            date: formats.date(disposal.proposedAt),
          })}
        </h2>
        {decision === null && silent.length > 0 && (
          <Chip tone="soon">
            {t('records.archive.disposal.waiting', { names: silent.map(nameOf).join(', ') })}
          </Chip>
        )}
        {decision !== null && (
          <Chip tone={decision.approved ? 'done' : 'ok'}>
            {decision.approved
              ? t('records.archive.disposal.approved', {
                  name: nameOf(decision.by.post),
                  date: formats.date(decision.at),
                })
              : t('records.archive.disposal.rejected', {
                  name: nameOf(decision.by.post),
                  reason: decision.reason,
                })}
          </Chip>
        )}
      </div>
      <p className={classes.note}>{t('records.archive.disposal.grounds', { grounds })}</p>
      <ul className={classes.note}>
        {files.map((file) => (
          <li key={file.id} className="num">
            {t('records.archive.disposal.file', {
              notation: file.notation,
              title: file.title,
              date: formats.date(file.keptUntil),
              count: file.itemCount,
            })}
          </li>
        ))}
      </ul>
      {opinions.map((one) => (
        <p key={one.by.post} className={classes.note}>
          {t('records.archive.disposal.opinion', {
            name: nameOf(one.by.post),
            opinion: [
              t(one.agreed ? 'records.archive.disposal.agreed' : 'records.archive.disposal.disagreed'),
              one.opinion,
            ]
              .filter((part) => part !== '')
              .join(', '),
          })}
        </p>
      ))}
      {mayAppraise && (
        <div className={classes.line}>
          <Button
            variant="primary"
            onClick={() => void act(ref, 'disposal.appraise', { agreed: true, opinion: '' })}
          >
            {t('records.archive.disposal.agree')}
          </Button>
          <Button onClick={() => setAsking('disagree')}>{t('records.archive.disposal.disagree')}</Button>
        </div>
      )}
      {mayDecide && (
        <div className={classes.line}>
          <Button variant="primary" onClick={() => setAsking('approve')}>
            {t('records.archive.disposal.approve')}
          </Button>
          <Button onClick={() => setAsking('reject')}>{t('records.archive.disposal.reject')}</Button>
        </div>
      )}
      {asking !== null && (
        <ReasonSheet
          title={t(`records.archive.disposal.${asking}`)}
          {...(asking === 'approve' ? { description: t('records.archive.disposal.confirm') } : {})}
          label={t('records.archive.disposal.reason')}
          confirm={t(`records.archive.disposal.${asking}`)}
          isOptional={asking === 'approve'}
          onClose={() => setAsking(null)}
          onConfirm={confirm}
        />
      )}
    </section>
  )
}
