import { useRef } from 'react'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { KeptAddress } from '../hooks/use-calendar-addresses.ts'
import classes from './address-row.module.css'

interface AddressRowProps {
  /** What is read at the address. */
  readonly label: string
  readonly address: KeptAddress
}

/** One secret address: made, made anew, ended, and shown once. */
export function AddressRow({ label, address }: AddressRowProps) {
  const t = useT()
  const formats = useFormats()
  const making = useRef<HTMLButtonElement>(null)
  const { madeAt, made, isReady, onMake, onEnd } = address
  return (
    <section className={classes.row} aria-label={label}>
      <div className={classes.line}>
        <span className={classes.label}>{label}</span>
        {isReady && (
          <span className={classes.since}>
            {madeAt === undefined
              ? t('schedule.address.none')
              : t('schedule.address.since', { time: formats.dateTime(madeAt) })}
          </span>
        )}
        <Button
          ref={making}
          size="small"
          icon={madeAt === undefined ? 'plus' : 'refresh'}
          disabled={!isReady}
          onClick={onMake}
          data-unmade={madeAt === undefined || undefined}
        >
          {t(madeAt === undefined ? 'schedule.address.make' : 'schedule.address.anew')}
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
            {t('schedule.address.end')}
          </Button>
        )}
      </div>
      {made !== null && (
        <FieldRow label={t('schedule.address.address')} hint={t('schedule.address.once')}>
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
