import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import type { CalendarEvent } from '#shared/exchange/calendar/event.ts'
import {
  guestsOf,
  isCalledOff,
  titleOf,
  toTell,
  type Guest,
  type ShownGuest,
} from '#shared/exchange/calendar/personal/guests.ts'
import { useT } from '../../../../i18n/language-provider.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Chip } from '../../../../ui/chip.tsx'
import { FieldRow } from '../../../../ui/field-row.tsx'
import { SheetDialog } from '../../../../ui/sheet-dialog.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { GuestChip } from './guest-chip.tsx'
import { mailOf } from './mail-of.ts'
import type { GuestFiles } from './use-guest-files.ts'
import classes from '../personal.module.css'

interface GuestsSheetProps {
  readonly entry: CalendarEntry
  /** The date that is looked at: answers may differ by date. */
  readonly event: CalendarEvent | undefined
  readonly files: GuestFiles
  readonly onRead: () => void
  /** Takes it out though not everybody was told. */
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** Who is called, what they answered, and who has still to be told what. */
export function GuestsSheet({ entry, event, files, onRead, onRemove, onClose }: GuestsSheetProps) {
  const t = useT()
  const isOff = isCalledOff(entry)
  const guests = guestsOf(entry)
  const { request, cancel } = toTell(entry)
  const [first] = request.length > 0 ? (['request'] as const) : cancel.length > 0 ? (['cancel'] as const) : []
  const act = (): void => {
    if (first === undefined) onClose()
    else files[first](entry)
  }
  const answerOf = (guest: ShownGuest): string =>
    event?.attendees.find(({ address }) => address === guest.address)?.partstat ?? guest.partstat
  // Nobody has still to answer what they never got.
  const mayAnswer = (guest: ShownGuest): boolean =>
    guest.isTold || guest.knowsEarlier || answerOf(guest) !== 'NEEDS-ACTION'
  return (
    <SheetDialog
      isOpen
      place="middle"
      width={680}
      title={t('schedule.mine.guests.title', { title: titleOf(entry) })}
      onClose={onClose}
      onConfirm={act}
      footer={
        <>
          {isOff && first !== undefined ? (
            <Button variant="quiet" icon="trash" onClick={onRemove}>
              {t('schedule.mine.guests.removeUntold')}
            </Button>
          ) : (
            <Button icon="mail-opened" onClick={onRead}>
              {t('schedule.mine.guests.read')}
            </Button>
          )}
          {first === 'request' && cancel.length > 0 && (
            <Button icon="download" onClick={() => files.cancel(entry)}>
              {t('schedule.mine.guests.save.cancel', { count: cancel.length })}
            </Button>
          )}
          <Button
            variant="primary"
            data-autofocus
            keyHint="Ctrl Enter"
            icon={first === undefined ? undefined : 'download'}
            onClick={act}
          >
            {first === undefined
              ? t('common.close')
              : t(`schedule.mine.guests.save.${first}`, {
                  count: (first === 'request' ? request : cancel).length,
                })}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        {first === undefined ? (
          <p className={classes.chips}>
            <Chip tone="ok" icon="check">
              {t('schedule.mine.guests.allTold')}
            </Chip>
          </p>
        ) : (
          <>
            <Receivers guests={request} isOff={false} />
            <Receivers guests={cancel} isOff />
          </>
        )}
        <ul className={classes.rows} tabIndex={0} aria-label={t('schedule.mine.guests.open')}>
          {guests.map((one) => (
            <li key={one.address} className={classes.row}>
              <b>{one.name === '' ? mailOf(one.address) : one.name}</b>
              {one.name !== '' && <span className="dim">{mailOf(one.address)}</span>}
              <span className="spacer" />
              {!isOff && mayAnswer(one) && <GuestChip partstat={answerOf(one)} />}
              {!one.isTold && (
                <Chip tone="soon" icon="send">
                  {t(
                    `schedule.mine.guests.untold.${isOff ? 'off' : one.knowsEarlier ? 'change' : 'invitation'}`,
                  )}
                </Chip>
              )}
            </li>
          ))}
          {(entry.guests?.leaving ?? []).map((one) => (
            <li key={one.address} className={classes.row}>
              <b>{one.name === '' ? mailOf(one.address) : one.name}</b>
              <span className="spacer" />
              <Chip tone="soon" icon="send">
                {t('schedule.mine.guests.untold.leaving')}
              </Chip>
            </li>
          ))}
        </ul>
      </div>
    </SheetDialog>
  )
}

/** Addresses as a mail program takes them. */
function Receivers({ guests, isOff }: { readonly guests: readonly Guest[]; readonly isOff: boolean }) {
  const t = useT()
  if (guests.length === 0) return null
  return (
    <FieldRow
      label={t(`schedule.mine.guests.${isOff ? 'cancelTo' : 'requestTo'}`)}
      hint={t('schedule.mine.guests.copy')}
    >
      {(field) => (
        <TextField
          {...field}
          readOnly
          value={guests.map(({ address }) => mailOf(address)).join(', ')}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </FieldRow>
  )
}
