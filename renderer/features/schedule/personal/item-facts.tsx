import type { ReactNode } from 'react'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import type { CalendarItem } from './calendar-item.ts'
import { mailOf } from './guests/mail-of.ts'
import { whenWords } from './time-words.ts'
import classes from './personal.module.css'

interface ItemFactsProps {
  readonly item: CalendarItem
  /** What may be done with it, before the button that closes. */
  readonly acts?: ReactNode
  readonly onClose: () => void
}

/** What is only read here: it is kept elsewhere. */
export function ItemFacts({ item, acts, onClose }: ItemFactsProps) {
  const t = useT()
  const formats = useFormats()
  const event = typeof item.at === 'object' && item.at !== null ? item.at.event : undefined
  const facts = [
    [t('schedule.mine.fields.when'), whenWords(formats, item)],
    [t('schedule.fields.place'), item.place],
    [t('schedule.mine.fields.organizer'), event?.organizer?.name ?? mailOf(event?.organizer?.address ?? '')],
    [t('schedule.mine.fields.notes'), event?.description ?? ''],
    [t('schedule.mine.fields.from'), item.from?.name ?? ''],
  ].filter(([, value]) => value !== '')
  return (
    <SheetDialog
      isOpen
      place="middle"
      title={item.title === '' ? t('schedule.busy') : item.title}
      onClose={onClose}
      onConfirm={onClose}
      footer={
        <>
          {acts}
          <Button variant="primary" autoFocus onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </SheetDialog>
  )
}
