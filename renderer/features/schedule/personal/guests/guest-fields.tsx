import { useState } from 'react'
import {
  guestsFromLines,
  linesOfGuests,
  MOST_GUESTS,
  type TypedGuest,
} from '#shared/domain/schedule/personal/guest-lines.ts'
import type { Guest } from '#shared/exchange/calendar/personal/guests.ts'
import { useT } from '../../../../i18n/language-provider.tsx'
import { Button } from '../../../../ui/button.tsx'
import { FieldRow } from '../../../../ui/field-row.tsx'
import { TextArea, TextField } from '../../../../ui/text-field.tsx'
import { mailOf } from './mail-of.ts'
import classes from '../personal.module.css'

/** Who is called, and under which address of one's own. */
export interface Calling {
  readonly guests: readonly Guest[]
  readonly as: Guest
}

/** What the sheet of an appointment starts from. */
export interface CallingStart {
  readonly guests: readonly Guest[]
  /** Guests were called under it before: it stays. */
  readonly as: string | undefined
  /** One's own address, where one is known. */
  readonly usual: string | undefined
  readonly name: string
  /** Those who were called to something before. */
  readonly known: readonly TypedGuest[]
}

/** What is being written, and what it comes to; undefined where it cannot be kept so. */
export interface GuestFieldsState {
  readonly lines: string
  readonly setLines: (lines: string) => void
  readonly address: string
  readonly setAddress: (address: string) => void
  readonly unread: readonly string[]
  /** So many are more than may be called. */
  readonly surplus: number
  readonly needsAddress: boolean
  readonly calling: Calling | null | undefined
}

export function useGuestFields(start: CallingStart | null): GuestFieldsState {
  const [lines, setLines] = useState(() =>
    linesOfGuests((start?.guests ?? []).map(({ name, address }) => ({ name, address: mailOf(address) }))),
  )
  const [address, setAddress] = useState(mailOf(start?.as ?? start?.usual ?? ''))
  const { guests, unread, surplus } = guestsFromLines(lines)
  const [own] = guestsFromLines(address).guests
  const isEmpty = guests.length === 0 && unread.length === 0
  const calling =
    start === null || (isEmpty && start.guests.length === 0)
      ? null
      : unread.length > 0 || surplus > 0 || (own === undefined && start.as === undefined)
        ? undefined
        : {
            guests: guests.map((one) => ({ name: one.name, address: `mailto:${one.address}` })),
            as: { name: start.name, address: start.as ?? `mailto:${own?.address ?? ''}` },
          }
  const needsAddress = start !== null && start.as === undefined && !isEmpty
  return { lines, setLines, address, setAddress, unread, surplus, needsAddress, calling }
}

const MOST_PROPOSED = 5

/** Guests from outside, a line for each, and one's own address where it is not known yet. */
export function GuestFields({
  state: { lines, setLines, address, setAddress, unread, surplus, needsAddress, calling },
  known,
}: {
  readonly state: GuestFieldsState
  readonly known: readonly TypedGuest[]
}) {
  const t = useT()
  const typed = lines.toLowerCase()
  const proposed = known.filter((one) => !typed.includes(one.address)).slice(0, MOST_PROPOSED)
  const wrong =
    unread.length > 0
      ? t('schedule.mine.guests.unread', { names: unread.join('; ') })
      : surplus > 0
        ? t('schedule.mine.guests.tooMany', { count: surplus, most: MOST_GUESTS })
        : undefined
  return (
    <>
      <FieldRow
        label={t('schedule.mine.guests.field')}
        isOptional
        hint={t('schedule.mine.guests.hint')}
        error={wrong}
      >
        {(field) => (
          <TextArea
            {...field}
            maxLength={20_000}
            placeholder={t('schedule.mine.guests.placeholder')}
            value={lines}
            onChange={(event) => setLines(event.currentTarget.value)}
          />
        )}
      </FieldRow>
      {proposed.length > 0 && (
        <p className={classes.chips}>
          {proposed.map((one) => (
            <Button
              key={one.address}
              size="small"
              icon="user-plus"
              title={one.address}
              onClick={() => setLines([lines.trimEnd(), linesOfGuests([one])].filter(Boolean).join('\n'))}
            >
              {one.name === '' ? one.address : one.name}
            </Button>
          ))}
        </p>
      )}
      {needsAddress && (
        <FieldRow
          label={t('schedule.mine.guests.as')}
          hint={t('schedule.mine.guests.asHint')}
          error={
            calling === undefined && wrong === undefined ? t('schedule.mine.guests.asMissing') : undefined
          }
        >
          {(field) => (
            <TextField
              {...field}
              type="email"
              maxLength={320}
              value={address}
              onChange={(event) => setAddress(event.currentTarget.value)}
            />
          )}
        </FieldRow>
      )}
    </>
  )
}
