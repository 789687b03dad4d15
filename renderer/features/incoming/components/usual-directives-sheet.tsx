import { useState } from 'react'
import { workingDaysBetween } from '#shared/domain/calendar/working-calendar.ts'
import type { Directive } from '#shared/domain/correspondence/letter.ts'
import { MOST_USUAL, type UsualDirective } from '#shared/domain/work/usual-directives-decider.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { TextRow } from '../../../ui/text-row.tsx'
import { useMe, usePostNames } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'
import { useTemplates } from '../hooks/use-usual-directives.ts'
import { PartPicker, type PartsChange } from './part-picker.tsx'
import classes from './letter.module.css'

interface UsualDirectivesSheetProps {
  readonly isOpen: boolean
  /** What stands in the box now, to be kept as a usual one. */
  readonly current: Directive | undefined
  readonly onClose: () => void
}

/** The own usual directives, in the order of their keys: change, move up, remove, add. */
export function UsualDirectivesSheet({ isOpen, current, onClose }: UsualDirectivesSheetProps) {
  return isOpen ? <Editor current={current} onClose={onClose} /> : null
}

function Editor({ current, onClose }: Omit<UsualDirectivesSheetProps, 'isOpen'>) {
  const t = useT()
  const me = useMe()
  const act = useUndoableAct()
  const toTemplate = useTemplateOf()
  const kept = useTemplates('normal').map(({ text, lead, cooperating, inform, workingDays }) => ({
    text,
    lead,
    cooperating,
    inform,
    workingDays,
  }))
  const [changed, setList] = useState<readonly UsualDirective[] | null>(null)
  const list = changed ?? kept
  const [at, setAt] = useState(0)
  const add = (one: UsualDirective): void => {
    setList([...list, one])
    setAt(list.length)
  }
  const swap = (index: number): void =>
    setList(
      list.map(
        (one, place) => list[place === index ? index - 1 : place === index - 1 ? index : place] ?? one,
      ),
    )
  const directives = list.filter((one) => one.text.trim() !== '')
  const save = (): void => {
    if (me === undefined) return
    void act(
      { kind: 'usual-directives', id: me.id },
      'usual-directives.set',
      { post: me.id, directives },
      { icon: 'writing-sign', text: t('incoming.usual.saved', { count: directives.length }) },
    ).then((done) => {
      if (done !== undefined) onClose()
    })
  }
  return (
    <SheetDialog
      title={t('incoming.usual.title')}
      description={t('incoming.usual.explain')}
      isOpen
      onClose={onClose}
      onConfirm={save}
      place="middle"
      width={720}
      footer={
        <>
          {current !== undefined && list.length < MOST_USUAL && (
            <Button onClick={() => add(toTemplate(current))}>{t('incoming.usual.keepThis')}</Button>
          )}
          {list.length < MOST_USUAL && (
            <Button
              icon="plus"
              onClick={() => add({ text: '', lead: null, cooperating: [], inform: [], workingDays: null })}
            >
              {t('incoming.usual.add')}
            </Button>
          )}
          <span className="spacer" />
          <Button variant="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="primary" keyHint="Ctrl Enter" onClick={save}>
            {t('incoming.usual.save')}
          </Button>
        </>
      }
    >
      <ol className={classes.usualList}>
        {list.map((one, index) => (
          <li key={index} className={classes.usualItem}>
            <div className={classes.usualHead}>
              <KeyHint keys={String(index + 1)} />
              <button
                type="button"
                className={classes.usualText}
                aria-expanded={index === at}
                onClick={() => setAt(index)}
              >
                {one.text || t('incoming.usual.blank')}
              </button>
              {index > 0 && (
                <IconButton
                  icon="arrow-up"
                  size="s"
                  label={t('incoming.usual.up')}
                  onClick={() => swap(index)}
                />
              )}
              <IconButton
                icon="trash"
                size="s"
                label={t('common.remove')}
                onClick={() => setList(list.filter((_, place) => place !== index))}
              />
            </div>
            {index === at && (
              <UsualFields
                one={one}
                onChange={(of) =>
                  setList((now) => (now ?? kept).map((other, place) => (place === index ? of(other) : other)))
                }
              />
            )}
          </li>
        ))}
      </ol>
    </SheetDialog>
  )
}

function UsualFields({
  one,
  onChange,
}: {
  readonly one: UsualDirective
  readonly onChange: (of: (now: UsualDirective) => UsualDirective) => void
}) {
  const t = useT()
  const change = (of: (now: UsualDirective) => PartsChange): void =>
    onChange((now) => ({ ...now, ...of(now) }))
  return (
    <div className={classes.parts}>
      <div className={classes.wide}>
        <TextArea
          aria-label={t('incoming.directive.label')}
          value={one.text}
          onChange={(event) => {
            const text = event.currentTarget.value
            onChange((now) => ({ ...now, text }))
          }}
        />
        <p className="dim">{t('incoming.usual.gaps', { lead: '{lead}', date: '{date}' })}</p>
      </div>
      <PartPicker part="lead" parts={one} onChange={change} />
      <TextRow
        label={t('incoming.usual.days')}
        inputMode="numeric"
        value={String(one.workingDays ?? '')}
        onValue={(text) => {
          const digits = text.replace(/\D/g, '').slice(0, 3)
          const workingDays = digits === '' ? null : Math.min(250, Number(digits))
          onChange((now) => ({ ...now, workingDays }))
        }}
      />
      <PartPicker part="support" parts={one} onChange={change} />
      <PartPicker part="inform" parts={one} onChange={change} />
    </div>
  )
}

/** A directive as a usual one: the lead's name and the day become gaps, the day so many working days. */
function useTemplateOf(): (directive: Directive) => UsualDirective {
  const formats = useFormats()
  const nameOf = usePostNames()
  const today = useToday()
  const calendar = useCalendar()
  return ({ text, lead, cooperating, inform, deadline }) => {
    const named = lead === null ? text : text.replaceAll(nameOf(lead), '{lead}')
    return {
      text: deadline === null ? named : named.replaceAll(formats.date(deadline), '{date}'),
      lead,
      cooperating,
      inform,
      workingDays: deadline === null ? null : Math.max(0, workingDaysBetween(calendar, today, deadline)),
    }
  }
}
