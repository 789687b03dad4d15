import { isComplete, receiversOf, type Handover } from '#shared/domain/records/handover-decider.ts'
import { useState } from 'react'
import { useRecordActs } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useMe, usePostNames } from '../../../workplace/me.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { useSaveAs } from '../../../workplace/use-save-as.ts'
import { HandoverSheet } from './handover-sheet.tsx'
import classes from './records.module.css'

/** Handing everything over on leaving: what was offered, who still has to sign, and beginning it. */
export function HandoverBox() {
  const t = useT()
  const [isStarting, setStarting] = useState(false)
  const handovers = useRecordActs('handover') ?? []
  const start = { label: t('records.handover.start'), run: () => setStarting(true) }
  return (
    <>
      {handovers.length === 0 ? (
        <EmptyState text={t('records.handover.none')} hint={t('records.handover.description')} verb={start} />
      ) : (
        <div className={classes.pane} data-pane>
          <div className={classes.line}>
            <p className={`${classes.note} ${classes.grow}`}>{t('records.handover.description')}</p>
            <Button icon="arrows-exchange" onClick={start.run}>
              {start.label}
            </Button>
          </div>
          {handovers.toReversed().map((handover) => (
            <HandoverCard key={handover.id} handover={handover} />
          ))}
        </div>
      )}
      {isStarting && <HandoverSheet onClose={() => setStarting(false)} />}
    </>
  )
}

function HandoverCard({ handover }: { readonly handover: Handover }) {
  const t = useT()
  const formats = useFormats()
  const me = useMe()
  const nameOf = usePostNames()
  const act = useAct()
  const toast = useToast()
  const save = useSaveAs('bien-ban-ban-giao.pdf')
  const ref = { kind: 'handover', id: handover.id } as const
  const isDone = isComplete(handover)
  const waiting = receiversOf(handover).filter(
    (post) => !handover.received.some((one) => one.by.post === post),
  )
  const isOpen = !isDone && !handover.isWithdrawn
  const mayReceive = isOpen && me !== undefined && waiting.includes(me.id)
  const mayWithdraw = isOpen && me?.id === handover.from.post
  const receive = async (): Promise<void> => {
    if ((await act(ref, 'handover.receive', { minutes: handover.minutes })) !== undefined)
      toast.show({ icon: 'circle-check', text: t('records.handover.received') })
  }
  const state = handover.isWithdrawn
    ? t('records.handover.withdrawn')
    : isDone
      ? t('records.handover.complete')
      : t('records.handover.waiting', { names: waiting.map(nameOf).join(', ') })
  return (
    <section className={classes.card}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          {t('records.handover.from', {
            name: nameOf(handover.from.post),
            date: formats.date(handover.offeredAt),
          })}
        </h2>
        <Chip tone={isDone ? 'ok' : handover.isWithdrawn ? 'done' : 'soon'}>{state}</Chip>
        <span className={classes.grow} />
        <Button size="small" variant="quiet" icon="file-text" onClick={() => save(handover.minutes)}>
          {t('records.verbs.minutes')}
        </Button>
        {mayWithdraw && (
          <Button size="small" onClick={() => void act(ref, 'handover.withdraw', {})}>
            {t('records.handover.withdraw')}
          </Button>
        )}
        {mayReceive && (
          <Button size="small" variant="primary" onClick={() => void receive()}>
            {t('records.handover.receive')}
          </Button>
        )}
      </div>
      <table className={classes.table}>
        <tbody>
          {handover.parts.map((part) => (
            <tr key={`${part.kind}/${part.id}`}>
              <td>{t(`records.handover.kind.${part.kind}`)}</td>
              <td>{part.title}</td>
              <td>{nameOf(part.to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
