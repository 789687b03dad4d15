import { useState } from 'react'
import {
  SUBSCRIPTION_MARKS,
  type Subscription,
  type SubscriptionsAnswer,
} from '#shared/protocol/calendar-subscriptions.ts'
import { useT } from '../../../../i18n/language-provider.tsx'
import { useDesk } from '../../../../sync/desk-context.tsx'
import { Checkbox } from '../../../../ui/checkbox.tsx'
import { ChoiceBar } from '../../../../ui/choice-bar.tsx'
import { FieldRow } from '../../../../ui/field-row.tsx'
import { FormSheet } from '../../../../ui/form-sheet.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import form from '../personal.module.css'
import classes from './subscribed.module.css'
import { useSubscriptionActs } from './use-subscription-acts.ts'

interface SubscriptionSheetProps {
  readonly of: Subscription | 'new'
  readonly onClose: () => void
}

const MARKS = Array.from({ length: SUBSCRIPTION_MARKS }, (_, mark) => String(mark) as Mark)
type Mark = '0' | '1' | '2' | '3' | '4' | '5'
const MOST_NAME = 100

/** Subscribes to a calendar, or changes how one is shown. Its address is asked for once: it is often a secret, and is told to nobody again. */
export function SubscriptionSheet({ of, onClose }: SubscriptionSheetProps) {
  const t = useT()
  const desk = useDesk()
  const { ask, isAsking } = useSubscriptionActs()
  const known = of === 'new' ? null : of
  const [id] = useState(() => known?.id ?? desk.newId())
  const [address, setAddress] = useState('')
  const [name, setName] = useState(known?.name ?? '')
  const [mark, setMark] = useState(String(known?.mark ?? 0) as Mark)
  const [isBusy, setBusy] = useState(known?.isBusy ?? false)
  const [refused, setRefused] = useState<SubscriptionsAnswer['refused']>(null)
  const isReady = !isAsking && (known === null ? address.trim() !== '' : name.trim() !== '')
  const done = async (): Promise<void> => {
    const shown = { id, mark: Number(mark), isBusy }
    const said = name.trim()
    const why = await ask(
      known === null
        ? { what: 'add', ...shown, address: address.trim(), name: said === '' ? null : said }
        : { what: 'change', ...shown, name: said },
    )
    if (why === null) onClose()
    else setRefused(why ?? null)
  }
  return (
    <FormSheet
      title={t(known === null ? 'schedule.mine.subscribed.add' : 'schedule.mine.subscribed.edit')}
      description={known === null ? t('schedule.mine.subscribed.addAbout') : known.host}
      confirm={t(
        isAsking
          ? 'schedule.mine.subscribed.reading'
          : known === null
            ? 'schedule.mine.subscribed.subscribe'
            : 'schedule.mine.subscribed.save',
      )}
      isReady={isReady}
      width={560}
      onClose={onClose}
      onConfirm={() => {
        if (isReady) void done()
      }}
    >
      <div className={form.form}>
        {known === null && (
          <FieldRow
            label={t('schedule.mine.subscribed.address')}
            hint={t('schedule.mine.subscribed.addressHint')}
            error={
              refused === null
                ? undefined
                : `${t(`schedule.mine.subscribed.problems.${refused}.words`)}. ${t(`schedule.mine.subscribed.problems.${refused}.remedy`)}`
            }
          >
            {(field) => (
              <TextField
                {...field}
                autoFocus
                spellCheck={false}
                value={address}
                onChange={(event) => {
                  setAddress(event.currentTarget.value)
                  setRefused(null)
                }}
              />
            )}
          </FieldRow>
        )}
        <FieldRow
          label={t('schedule.mine.subscribed.name')}
          isOptional={known === null}
          hint={known === null ? t('schedule.mine.subscribed.nameHint') : undefined}
        >
          {(field) => (
            <TextField
              {...field}
              autoFocus={known !== null}
              maxLength={MOST_NAME}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
        </FieldRow>
        <div className={form.labelled}>
          <span className={form.label}>{t('schedule.mine.subscribed.mark')}</span>
          <span className={classes.marks}>
            <span className={classes.swatch} data-mark={mark} />
            <ChoiceBar
              label={t('schedule.mine.subscribed.mark')}
              choices={MARKS.map((value) => ({ value, label: t(`schedule.mine.subscribed.marks.${value}`) }))}
              value={mark}
              onChange={setMark}
            />
          </span>
        </div>
        <label className={form.check}>
          <Checkbox checked={isBusy} label={t('schedule.mine.subscribed.isBusy')} onChange={setBusy} />
          <span>{t('schedule.mine.subscribed.isBusy')}</span>
        </label>
        <p className={classes.note}>{t('schedule.mine.subscribed.busyAbout')}</p>
      </div>
    </FormSheet>
  )
}
