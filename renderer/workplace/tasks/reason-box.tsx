import { useState } from 'react'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { DeadlineInput } from './deadline-input.tsx'
import classes from './tasks.module.css'

interface ReasonBoxProps {
  readonly title: string
  readonly verb: string
  /** Asks for a new day, which must be later than this one. */
  readonly later?: LocalDate | null | undefined
  readonly onGive: (reason: string, until: LocalDate | null) => void
  readonly onCancel: () => void
}

/** One reason, and where time is moved the day. */
export function ReasonBox({ title, verb, later, onGive, onCancel }: ReasonBoxProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState<LocalDate | null>(null)
  const isReady = reason.trim() !== '' && (later === undefined || until !== null)
  const give = (): void => {
    if (isReady) onGive(reason.trim(), until)
  }
  return (
    <section
      className={classes.box}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.code === 'Escape') onCancel()
        if (event.code === 'Enter' && event.ctrlKey) give()
      }}
    >
      <h3 className={classes.title}>{title}</h3>
      {later !== undefined && (
        <DeadlineInput
          label={t('tasks.extension.until')}
          otherwise={null}
          onDate={setUntil}
          onSubmit={give}
          isAutoFocused
        />
      )}
      <TextArea
        aria-label={t('common.fields.reason')}
        placeholder={t('common.fields.reason')}
        autoFocus={later === undefined}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.foot}>
        <span className="spacer" />
        <Button variant="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button variant="primary" keyHint="Ctrl Enter" disabled={!isReady} onClick={give}>
          {verb}
        </Button>
      </div>
    </section>
  )
}
