import { useMemo, useState } from 'react'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import classes from './letter.module.css'

const reasons = [
  'wrongAddressee',
  'missingAnnex',
  'invalidSignature',
  'wrongForm',
  'duplicate',
  'unreadable',
] as const

interface RefuseReasonsProps {
  readonly onRefuse: (reason: string) => void
  readonly onCancel: () => void
}

/** Why a letter goes back: one key for a usual reason, or a sentence of one's own. */
export function RefuseReasons({ onRefuse, onCancel }: RefuseReasonsProps) {
  const t = useT()
  const [own, setOwn] = useState('')
  useVerbs(
    useMemo(
      () => [
        ...reasons.map((reason, index) =>
          verb(
            `refuse.${reason}`,
            `incoming.return.reasons.${reason}`,
            () => onRefuse(t(`incoming.return.reasons.${reason}`)),
            { shortcut: `Digit${index + 1}` },
          ),
        ),
        verb('refuse.cancel', 'common.cancel', onCancel, { shortcut: 'Escape' }),
      ],
      [onRefuse, onCancel, t],
    ),
  )
  return (
    <section className={classes.reasons} aria-label={t('incoming.return.title')}>
      <strong>{t('incoming.return.title')}</strong>
      <div className={classes.usual}>
        {reasons.map((reason, index) => (
          <Button
            key={reason}
            size="small"
            keyHint={String(index + 1)}
            onClick={() => onRefuse(t(`incoming.return.reasons.${reason}`))}
          >
            {t(`incoming.return.reasons.${reason}`)}
          </Button>
        ))}
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onRefuse(own)
        }}
      >
        <input
          className={classes.input}
          style={{ flex: 1 }}
          aria-label={t('incoming.return.reason')}
          placeholder={t('incoming.return.reason')}
          value={own}
          onChange={(event) => setOwn(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.code !== 'Enter' || !event.ctrlKey) return
            if (own.trim() !== '') event.currentTarget.form?.requestSubmit()
          }}
        />
        <Button type="submit" disabled={own.trim() === ''}>
          {t('verbs.return')}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </form>
    </section>
  )
}
