import { useNeedsAttention, useOutbox, useSyncState } from '../../../database/use-live.ts'
import type { AttentionItem, WaitingAct } from '../../../database/views.ts'
import { rules, type RuleId } from '#shared/domain/law/rules.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { useActWords } from '../components/act-words.ts'
import { AttentionCard } from '../components/attention-card.tsx'
import { isWriting, waitingGroups } from '../components/waiting-groups.ts'
import { useMissingFiles } from '../../../workplace/files-at-hand-context.tsx'
import classes from './outbox-screen.module.css'

/** What has not been sent and why, in the order of dispatch; what needs a person first. */
export function OutboxScreen() {
  const t = useT()
  const formats = useFormats()
  const desk = useDesk()
  const read = useOutbox()
  const waiting = read ?? []
  const attention = useNeedsAttention() ?? []
  const sync = useSyncState()
  return (
    <>
      <ScreenHeader
        title={t('outbox.title')}
        actions={
          <Button icon="refresh" onClick={() => desk.wake()}>
            {t('outbox.syncNow')}
          </Button>
        }
      />
      <div className={classes.page}>
        <p className={classes.state} role="status">
          {sync?.offlineSince != null
            ? t('outbox.state.offline', { time: formats.time(sync.offlineSince), count: waiting.length })
            : waiting.length > 0
              ? t('outbox.state.sending', { count: waiting.length })
              : sync?.lastContactAt == null
                ? t('outbox.state.never')
                : t('outbox.state.synced', { time: formats.time(sync.lastContactAt) })}
        </p>
        {sync?.failure != null && (
          <div className={classes.failure} role="alert">
            <strong>{t('outbox.stopped.title')}</strong>
            <p>{t('outbox.stopped.words', { seq: formats.number(sync.failure.seq) })}</p>
            <Button onClick={() => void desk.resume()}>{t('common.retry')}</Button>
          </div>
        )}
        {attention.length > 0 && (
          <section>
            <h2 className={classes.heading}>{t('outbox.sections.attention')}</h2>
            {attention.map((item) => (
              <AttentionCard key={keyOf(item)} item={item} />
            ))}
          </section>
        )}
        <section>
          <h2 className={classes.heading}>{t('outbox.sections.waiting')}</h2>
          {read === undefined ? (
            <SkeletonRows />
          ) : waiting.length === 0 ? (
            <EmptyState text={t('outbox.empty.waiting')} />
          ) : (
            <WaitingTable acts={waiting} />
          )}
        </section>
        <FilesHere isOffline={sync?.offlineSince != null} />
        <p className={classes.log}>{t('outbox.log', { count: sync?.cursor ?? 0 })}</p>
      </div>
    </>
  )
}

const keyOf = (item: AttentionItem): string => (item.what === 'act' ? item.id : item.document)

function WaitingTable({ acts }: { readonly acts: readonly WaitingAct[] }) {
  const t = useT()
  const formats = useFormats()
  const desk = useDesk()
  const actWords = useActWords()
  const reasonOf = (act: WaitingAct): string =>
    act.rule !== null && Object.hasOwn(rules, act.rule)
      ? t(`law.${act.rule satisfies RuleId}.words`)
      : t(`outbox.waits.${act.reason}`)
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('outbox.columns.at')}</th>
          <th scope="col">{t('outbox.columns.act')}</th>
          <th scope="col">{t('outbox.columns.object')}</th>
          <th scope="col">{t('outbox.columns.reason')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('common.more')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {waitingGroups(acts).map(({ first: act, count }) => (
          <tr key={act.id}>
            <td className="num">{formats.time(act.claimedAt)}</td>
            <td>{isWriting(act) ? t('outbox.writing', { count }) : actWords(act).act}</td>
            <td className={classes.object}>{actWords(act).object}</td>
            <td>
              <Chip tone={act.reason === 'offline' || act.reason === 'number' ? 'soon' : 'done'} icon="clock">
                {reasonOf(act)}
              </Chip>
            </td>
            <td>
              {act.canDiscard && count === 1 && (
                <Button size="small" variant="quiet" onClick={() => void desk.discard(act.id)}>
                  {t('verbs.discard')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Whether the files of what lies on this desk are here, so that work goes on without the network. */
function FilesHere({ isOffline }: { readonly isOffline: boolean }) {
  const t = useT()
  const missing = useMissingFiles()
  if (missing === undefined) return null
  return (
    <section>
      <h2 className={classes.heading}>{t('outbox.sections.device')}</h2>
      <p className={classes.files} role="status">
        <Icon name={missing === 0 ? 'circle-check' : 'clock'} size="s" />
        {missing === 0
          ? t('outbox.files.ready')
          : t(isOffline ? 'outbox.files.missing' : 'outbox.files.coming', { count: missing })}
      </p>
    </section>
  )
}
