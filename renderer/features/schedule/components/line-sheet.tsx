import { useState } from 'react'
import type { Post } from '#shared/domain/directory/directory.ts'
import { hoursFromWords } from '#shared/domain/meetings/hours-words.ts'
import { printedHours } from '#shared/domain/schedule/week-form.ts'
import {
  halfAt,
  halves,
  type Half,
  type ShownLine,
  type WeekLine,
} from '#shared/domain/schedule/week-line.ts'
import { daysOfWeek, weekOf } from '#shared/domain/schedule/iso-week.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { PeopleRow } from '../../../ui/people-row.tsx'
import type { TextField } from '../../../ui/text-field.tsx'
import { TextAreaRow, TextRow } from '../../../ui/text-row.tsx'
import classes from './week-grid.module.css'

/** A line that is written: a new one has the place in the grid it was begun at. */
export type StartedLine = Pick<WeekLine, 'day' | 'half' | 'leaders'> & { readonly line?: WeekLine }

/** Without its id: a new line gets one when it is kept. */
type WrittenLine = Omit<Extract<WeekLine, { busy: true }>, 'id'> | Omit<ShownLine, 'id'>

interface LineSheetProps {
  readonly start: StartedLine
  readonly leaders: readonly Post[]
  readonly onClose: () => void
  readonly onDone: (line: WrittenLine) => void
}

const textFields = [
  ['place', 'chair'],
  ['attendees', 'preparer'],
] as const
type TextField = (typeof textFields)[number][number] | 'transport'
const MOST: Readonly<Record<TextField, number>> = {
  place: 500,
  chair: 200,
  attendees: 1000,
  preparer: 500,
  transport: 200,
}

/** A line of the schedule in one sheet; hours as they are spoken decide the half of the day. */
export function LineSheet({ start, leaders, onClose, onDone }: LineSheetProps) {
  const t = useT()
  const formats = useFormats()
  const { line } = start
  const shown = line?.busy === false ? line : undefined
  const [isBusy, setBusy] = useState(line?.busy ?? false)
  const [day, setDay] = useState<LocalDate>(start.day)
  const [half, setHalf] = useState<Half>(start.half)
  const [hours, setHours] = useState(line === undefined ? '' : printedHours(line))
  const [posts, setPosts] = useState<readonly string[]>(start.leaders)
  const [content, setContent] = useState(shown?.content ?? '')
  const [texts, setTexts] = useState<Readonly<Record<TextField, string>>>({
    place: shown?.place ?? '',
    chair: shown?.chair ?? '',
    attendees: shown?.attendees ?? '',
    preparer: shown?.preparer ?? '',
    transport: shown?.transport ?? '',
  })
  const read = hours.trim() === '' ? null : hoursFromWords(hours)
  const isReady = posts.length > 0 && read !== undefined && (isBusy || content.trim() !== '')
  const changeHours = (words: string): void => {
    setHours(words)
    const found = hoursFromWords(words)
    if (found !== undefined) setHalf(halfAt(found.from))
  }
  const done = (): void => {
    if (!isReady) return
    const when = { leaders: [...posts], day, half, hours: read }
    const trimmed = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.trim()]))
    const words = { ...texts, ...trimmed } as Pick<ShownLine, TextField>
    onDone(isBusy ? { ...when, busy: true } : { ...when, busy: false, content: content.trim(), ...words })
  }
  const textField = (name: TextField) => (
    <TextRow
      key={name}
      label={t(`schedule.fields.${name}`)}
      isOptional
      maxLength={MOST[name]}
      value={texts[name]}
      onValue={(text) => setTexts({ ...texts, [name]: text })}
    />
  )
  return (
    <FormSheet
      width={680}
      title={t(line === undefined ? 'schedule.verbs.add' : 'schedule.verbs.edit')}
      confirm={t('schedule.sheet.keep')}
      isReady={isReady}
      onClose={onClose}
      onConfirm={done}
    >
      <div className={classes.form}>
        {!isBusy && (
          <TextAreaRow
            label={t('schedule.fields.content')}
            autoFocus
            maxLength={500}
            value={content}
            onValue={setContent}
          />
        )}
        <div className={classes.check}>
          <Checkbox label={t('schedule.fields.busy')} checked={isBusy} onChange={setBusy} />
          <span aria-hidden="true">{t('schedule.fields.busy')}</span>
        </div>
        <div className={classes.pair}>
          <TextRow
            label={t('schedule.fields.hours')}
            hint={t('schedule.fields.hoursHint')}
            error={read === undefined ? t('schedule.fields.hoursUnread') : undefined}
            value={hours}
            onValue={changeHours}
          />
          <PeopleRow
            label={t('schedule.fields.leaders')}
            options={leaders.map(({ id, name, title }) => ({ id, name, detail: title }))}
            value={posts}
            onChange={setPosts}
            isMany
          />
        </div>
        <div className={classes.when}>
          <ChoiceBar
            label={t('schedule.fields.day')}
            choices={daysOfWeek(weekOf(start.day)).map((one) => ({
              value: one,
              label: formats.shortWeekday(one),
            }))}
            value={day}
            onChange={setDay}
          />
          <ChoiceBar
            label={t('schedule.fields.half')}
            choices={halves.map((one) => ({ value: one, label: t(`schedule.halves.${one}`) }))}
            value={half}
            onChange={(next) => {
              setHalf(next)
              if (read !== null && read !== undefined && halfAt(read.from) !== next) setHours('')
            }}
          />
        </div>
        {!isBusy && (
          <>
            {textFields.map((pair) => (
              <div key={pair.join()} className={classes.pair}>
                {pair.map(textField)}
              </div>
            ))}
            {textField('transport')}
          </>
        )}
      </div>
    </FormSheet>
  )
}
