import { useRef, type ReactNode } from 'react'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import classes from './personal.module.css'

interface AddressRowProps {
  /** What is read at the address. */
  readonly label: string
  /** Undefined when there is no address. */
  readonly madeAt: string | undefined
  /** The address that was just made, which is shown this once. */
  readonly made: string | null
  readonly isReady: boolean
  readonly onMake: () => void
  readonly onEnd: () => void
}

/** One secret address: made, made anew, ended, and shown once. */
export function AddressRow({ label, madeAt, made, isReady, onMake, onEnd }: AddressRowProps): ReactNode {
  const t = useT()
  const formats = useFormats()
  const making = useRef<HTMLButtonElement>(null)
  return (
    <section className={classes.labelled} aria-label={label}>
      <b>{label}</b>
      <span className={classes.chips}>
        <span>
          {madeAt === undefined
            ? t('schedule.mine.address.none')
            : t('schedule.mine.address.since', { time: formats.dateTime(madeAt) })}
        </span>
        <Button ref={making} size="small" icon="refresh" disabled={!isReady} onClick={onMake}>
          {t(madeAt === undefined ? 'schedule.mine.address.make' : 'schedule.mine.address.anew')}
        </Button>
        {madeAt !== undefined && (
          <Button
            size="small"
            icon="x"
            onClick={() => {
              // This button goes with the address: the keys stay in the row.
              making.current?.focus()
              onEnd()
            }}
          >
            {t('schedule.mine.address.end')}
          </Button>
        )}
      </span>
      {made !== null && (
        <FieldRow label={t('schedule.mine.address.address')} hint={t('schedule.mine.address.once')}>
          {(field) => (
            <TextField
              {...field}
              readOnly
              autoFocus
              value={made}
              onFocus={(event) => event.currentTarget.select()}
            />
          )}
        </FieldRow>
      )}
    </section>
  )
}
