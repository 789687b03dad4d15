import { useId, useState } from 'react'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { useLeaders } from '../hooks/use-leaders.ts'
import classes from './letter.module.css'

interface RefuseRequestProps {
  readonly onRefuse: (decidedBy: string, reason: string) => void
  readonly onCancel: () => void
}

/** Who decided not to do what the sender asks, and why (Decision 28 Art 5.4). */
export function RefuseRequest({ onRefuse, onCancel }: RefuseRequestProps) {
  const t = useT()
  const id = useId()
  const [chosen, setChosen] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const { leaders, leader } = useLeaders(chosen)
  const isReady = leader !== undefined && reason.trim() !== ''
  const refuse = (): void => {
    if (leader !== undefined && isReady) onRefuse(leader.id, reason.trim())
  }
  return (
    <section
      className={classes.reasons}
      aria-label={t('amending.request.refusing.title')}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.code === 'Escape') onCancel()
        if (event.code === 'Enter' && event.ctrlKey) refuse()
      }}
    >
      <strong>{t('amending.request.refusing.title')}</strong>
      <span>{t('amending.request.refusing.explain')}</span>
      <label htmlFor={`${id}-by`}>{t('amending.request.refusing.decidedBy')}</label>
      <select
        id={`${id}-by`}
        className={classes.select}
        value={leader?.id ?? ''}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        {leaders.map((post) => (
          <option key={post.id} value={post.id}>
            {`${post.name}, ${post.title}`}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-reason`}>{t('amending.request.refusing.reason')}</label>
      <TextArea
        id={`${id}-reason`}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.usual}>
        <Button variant="primary" keyHint="Ctrl Enter" disabled={!isReady} onClick={refuse}>
          {t('amending.request.refuse')}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </section>
  )
}
