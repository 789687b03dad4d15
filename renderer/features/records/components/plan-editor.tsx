import { useState } from 'react'
import { filePlanId, type FilePlan } from '#shared/domain/records/file-plan.ts'
import { usePeople } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { planFrom, planText } from './plan-text.ts'
import classes from './records.module.css'

interface PlanEditorProps {
  readonly year: number
  readonly plan: FilePlan | undefined
  readonly onDone: () => void
}

/** The plan as lines: quicker than a form for a hundred files, and pasted from a sheet as it is. */
export function PlanEditor({ year, plan, onDone }: PlanEditorProps) {
  const t = useT()
  const act = useAct()
  const people = usePeople() ?? []
  const nameOf = usePostNames()
  const [text, setText] = useState(() =>
    planText(plan?.draft?.headings ?? plan?.approved?.headings ?? [], nameOf),
  )
  const [wrongLine, setWrongLine] = useState<number | null>(null)
  const save = async (): Promise<void> => {
    const read = planFrom(text, people)
    if ('line' in read) {
      setWrongLine(read.line)
      return
    }
    const payload = { year, headings: read.headings }
    const done = await act({ kind: 'file-plan', id: filePlanId(year) }, 'file-plan.draft', payload)
    if (done !== undefined) onDone()
  }
  return (
    <form
      className={classes.pane}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <FieldRow
        label={t('records.plan.text')}
        error={wrongLine === null ? undefined : t('records.plan.unreadable', { line: String(wrongLine) })}
      >
        {(field) => (
          <TextArea
            {...field}
            autoFocus
            className={classes.plan}
            rows={16}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value)
              setWrongLine(null)
            }}
            onKeyDown={(event) => {
              if (event.ctrlKey && event.code === 'Enter') event.currentTarget.form?.requestSubmit()
            }}
          />
        )}
      </FieldRow>
      <div className={classes.line}>
        <Button variant="quiet" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="primary" keyHint="Ctrl Enter">
          {t('records.plan.save')}
        </Button>
      </div>
    </form>
  )
}
