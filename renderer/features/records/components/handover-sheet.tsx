import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { handOverMinutesPage } from '#shared/domain/format/record-forms.ts'
import { printFonts } from '#shared/ipc/print-fonts.ts'
import { useAgency, usePeople } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { PeopleRow } from '../../../ui/people-row.tsx'
import { PersonPicker } from '../../../ui/person-picker.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useMe } from '../../../workplace/me.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice } from '../../../workplace/refusal-notice.tsx'
import { useToday } from '../../../workplace/today.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { useHeld } from '../hooks/use-held.ts'
import { headOf, printForm } from '../use-cases/submit-files.ts'
import classes from './records.module.css'

const reasons = ['transfer', 'retirement', 'resignation', 'study', 'other'] as const

/** The leaver's wizard on one sheet: everything held, who gets it, minutes made and signed for. */
export function HandoverSheet({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const act = useAct()
  const desk = useDesk()
  const native = useNative()
  const toast = useToast()
  const notice = useNotice()
  const me = useMe()
  const today = useToday()
  const agency = useAgency()?.state
  const people = usePeople() ?? []
  const { parts, unsigned } = useHeld()
  const sign = useRef<HTMLButtonElement>(null)
  const [reason, setReason] = useState<(typeof reasons)[number]>('transfer')
  const [receiver, setReceiver] = useState<readonly string[]>([])
  const [others, setOthers] = useState<Readonly<Record<string, readonly string[]>>>({})
  const options = people
    .filter((post) => post.id !== me?.id)
    .map(({ id, name, title }) => ({ id, name, detail: title }))
  const keyOf = (part: { readonly kind: string; readonly id: string }): string => `${part.kind}/${part.id}`
  const named = parts.flatMap((part) => {
    const [to] = others[keyOf(part)] ?? receiver
    return to === undefined ? [] : [{ ...part, to }]
  })
  const isReady = parts.length > 0 && named.length === parts.length && unsigned === 0 && agency !== undefined

  const offer = async (): Promise<void> => {
    if (!isReady || me === undefined) return
    const nameOf = (post: string): string => people.find((one) => one.id === post)?.name ?? ''
    const html = handOverMinutesPage(
      headOf(agency, today),
      {
        giver: me.name,
        receivers: [...new Set(named.map((one) => nameOf(one.to)))],
        bases: ['Điều 31 khoản 3 điểm đ Nghị định số 30/2020/NĐ-CP'],
        mass: `Công việc, hồ sơ, tài liệu của ${me.name}, ${me.title}`,
        span: today.slice(0, 4),
        quantity: `${String(named.length)} mục`,
        condition: 'đầy đủ, trên hệ thống',
        lines: named.map((part) => ({
          what: t(`records.handover.kind.${part.kind}`),
          title: part.title,
          to: nameOf(part.to),
        })),
      },
      printFonts,
    )
    const minutes = await printForm(native, agency, 'Biên bản giao nhận', html)
    const payload = { parts: named, reason, minutes }
    if ((await act({ kind: 'handover', id: desk.newId() }, 'handover.offer', payload)) === undefined) return
    toast.show({ icon: 'circle-check', text: t('records.handover.offered') })
    onClose()
  }
  const confirm = (): void => {
    offer().catch((error: unknown) => {
      const words = noticeOfError(t, error)
      if (words !== undefined) notice(words)
    })
  }
  return (
    <SheetDialog
      isOpen
      place="middle"
      width={760}
      title={t('records.handover.title')}
      description={t('records.handover.description')}
      onClose={onClose}
      onConfirm={confirm}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button ref={sign} variant="primary" keyHint="Ctrl Enter" disabled={!isReady} onClick={confirm}>
            {t('records.handover.sign')}
          </Button>
        </>
      }
    >
      <div className={classes.stack}>
        <ChoiceBar
          label={t('records.handover.reason.label')}
          choices={reasons.map((value) => ({ value, label: t(`records.handover.reason.${value}`) }))}
          value={reason}
          onChange={setReason}
        />
        <PeopleRow
          label={t('records.handover.all')}
          options={options}
          value={receiver}
          onChange={(ids) => {
            flushSync(() => setReceiver(ids))
            // The field of a chosen person takes no more keys.
            sign.current?.focus()
          }}
          isAutoFocused
        />
        {unsigned > 0 && (
          <p className={classes.missing}>{t('records.handover.blocked', { count: unsigned })}</p>
        )}
        {parts.length === 0 && <p className={classes.note}>{t('records.handover.nothing')}</p>}
        {parts.map((part) => (
          <div key={keyOf(part)} className={classes.line}>
            <Chip tone="info">{t(`records.handover.kind.${part.kind}`)}</Chip>
            <span className={classes.grow}>{part.title}</span>
            <PersonPicker
              label={part.title}
              options={options}
              value={others[keyOf(part)] ?? receiver}
              onChange={(to) => setOthers({ ...others, [keyOf(part)]: to })}
            />
          </div>
        ))}
      </div>
    </SheetDialog>
  )
}
