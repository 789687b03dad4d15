import { rules, type RuleId } from '#shared/domain/law/rules.ts'
import type { AttentionItem } from '../../../database/views.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ruleNotice, useRefusal } from '../../../workplace/refusal-notice.tsx'
import { useActWords } from './act-words.ts'
import { writtenIn } from './written-in.ts'
import classes from '../screens/outbox-screen.module.css'

/** One thing a person has to decide: do it again on what is there now, or give it up. */
export function AttentionCard({ item }: { readonly item: AttentionItem }) {
  const t = useT()
  const formats = useFormats()
  const desk = useDesk()
  const refuse = useRefusal()
  const actWords = useActWords()
  if (item.what === 'fork') {
    return (
      <article className={classes.card}>
        <Icon name="git-compare" />
        <div className={classes.words}>
          <strong>{t('outbox.fork.title')}</strong>
          <p>{t('outbox.fork.words', { time: formats.dateTime(item.savedAt) })}</p>
        </div>
        <Button onClick={() => void desk.discardFork(item.document)}>{t('verbs.discard')}</Button>
      </article>
    )
  }
  const { act, object } = actWords(item)
  const rule =
    'rule' in item.cause && typeof item.cause.rule === 'string' && Object.hasOwn(rules, item.cause.rule)
      ? (item.cause.rule as RuleId)
      : null
  const facts = 'facts' in item.cause ? item.cause.facts : {}
  const written = writtenIn(item.payload)
  const notice = rule === null ? null : ruleNotice(t, rule, facts)
  return (
    <article className={classes.card}>
      <Icon name="alert-circle" />
      <div className={classes.words}>
        <strong>{object === '' ? act : `${act}: ${object}`}</strong>
        <p>{notice === null ? t('outbox.rejected') : `${notice.words} ${notice.remedy}`}</p>
        {written !== undefined && <blockquote className={classes.written}>{written}</blockquote>}
        {notice?.citation != null && <p className={classes.citation}>{notice.citation}</p>}
        <p className={classes.citation}>{t('outbox.doneAt', { time: formats.dateTime(item.claimedAt) })}</p>
      </div>
      <Button
        variant="primary"
        onClick={() => {
          void desk.retry(item.id).then((answer) => {
            if (!answer.ok) refuse(answer.error)
          })
        }}
      >
        {t('verbs.retry')}
      </Button>
      <Button onClick={() => void desk.discard(item.id)}>{t('verbs.discard')}</Button>
    </article>
  )
}
