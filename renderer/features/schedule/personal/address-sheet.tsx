import { useEffect, useRef, useState } from 'react'
import {
  calendarScopes,
  type CalendarAddressesAnswer,
  type CalendarScope,
} from '#shared/protocol/calendar-addresses.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice } from '../../../workplace/refusal-notice.tsx'
import classes from './personal.module.css'

interface Asked {
  readonly make: CalendarScope | null
  readonly end: CalendarScope | null
}

/** Secret addresses under which other programs read one's calendar: made anew, ended, and shown once. */
export function AddressSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const formats = useFormats()
  const { answer, ask } = useAddresses()
  const [made, setMade] = useState<{ readonly scope: CalendarScope; readonly address: string } | null>(null)
  const closing = useRef<HTMLButtonElement>(null)
  const act = (asked: Asked): void => {
    setMade(null)
    // The button that ends an address goes with it: the keys stay in the sheet.
    closing.current?.focus()
    void ask(asked).then((address) => {
      if (asked.make !== null && address !== null) setMade({ scope: asked.make, address })
    })
  }
  return (
    <SheetDialog
      isOpen
      place="middle"
      width={680}
      title={t('schedule.mine.address.title')}
      description={t('schedule.mine.address.about')}
      onClose={onClose}
      onConfirm={onClose}
      footer={
        <Button ref={closing} variant="primary" autoFocus onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <div className={classes.form}>
        {calendarScopes.map((scope) => {
          const known = answer?.addresses.find((one) => one.scope === scope)
          return (
            <section
              key={scope}
              className={classes.labelled}
              aria-label={t(`schedule.mine.address.scopes.${scope}`)}
            >
              <b>{t(`schedule.mine.address.scopes.${scope}`)}</b>
              <span className={classes.chips}>
                <span>
                  {known === undefined
                    ? t('schedule.mine.address.none')
                    : t('schedule.mine.address.since', { time: formats.dateTime(known.madeAt) })}
                </span>
                <Button
                  size="small"
                  icon="refresh"
                  disabled={answer === undefined}
                  onClick={() => act({ make: scope, end: null })}
                >
                  {t(known === undefined ? 'schedule.mine.address.make' : 'schedule.mine.address.anew')}
                </Button>
                {known !== undefined && (
                  <Button size="small" icon="x" onClick={() => act({ make: null, end: scope })}>
                    {t('schedule.mine.address.end')}
                  </Button>
                )}
              </span>
              {made?.scope === scope && (
                <FieldRow label={t('schedule.mine.address.address')} hint={t('schedule.mine.address.once')}>
                  {(field) => (
                    <TextField
                      {...field}
                      readOnly
                      autoFocus
                      value={made.address}
                      onFocus={(event) => event.currentTarget.select()}
                    />
                  )}
                </FieldRow>
              )}
            </section>
          )
        })}
      </div>
    </SheetDialog>
  )
}

/** Asks the node, which alone knows them; answers the address that was made. */
function useAddresses(): {
  readonly answer: CalendarAddressesAnswer | undefined
  readonly ask: (asked: Asked) => Promise<string | null>
} {
  const t = useT()
  const native = useNative()
  const notice = useNotice()
  const { workspace } = useDesk()
  const [answer, setAnswer] = useState<CalendarAddressesAnswer>()
  const [asking] = useState(() => ({
    ask: async (asked: Asked): Promise<string | null> => {
      try {
        const found = await native.invoke('backbone.calendarAddresses', { workspace, ...asked })
        setAnswer(found)
        return found.made
      } catch (error) {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
        return null
      }
    },
  }))
  useEffect(() => void asking.ask({ make: null, end: null }), [asking])
  return { answer, ask: asking.ask }
}
