import { useState } from 'react'
import { codeOf } from '#shared/domain/format/boxes.ts'
import type { OwedProof } from '#shared/domain/work/proof.ts'
import type { Evidence } from '#shared/domain/work/task.ts'
import { useOutgoing } from '../../database/use-live.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { FieldRow } from '../../ui/field-row.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TextAreaRow } from '../../ui/text-row.tsx'
import classes from './tasks.module.css'

interface FinishBoxProps {
  /** The document that proves it must be named: the superior body asked for it, or the sender asks for a reply. */
  readonly needs: OwedProof | undefined
  /** The issued reply, as what shows that it is done. */
  readonly reply: Evidence | null
  readonly onFinish: (result: string, evidence: Evidence | null) => void
  readonly onCancel: () => void
}

const OFFERED = 8

/** What came out of a task, with the document that shows it. */
export function FinishBox({ needs, reply, onFinish, onCancel }: FinishBoxProps) {
  const t = useT()
  const issued = useOutgoing('issued', { limit: OFFERED }) ?? []
  const [result, setResult] = useState('')
  const [code, setCode] = useState(reply?.code ?? '')
  const codes = issued.flatMap((row) =>
    row.number === null
      ? []
      : [{ id: row.id, code: codeOf(row.number.number, row.symbol), subject: row.subject }],
  )
  const document =
    code === reply?.code ? reply.document : (codes.find((one) => one.code === code.trim())?.id ?? null)
  const isReady = needs === undefined || code.trim() !== ''
  const finish = (): void => {
    if (isReady) onFinish(result, code.trim() === '' ? null : { document, code: code.trim() })
  }
  return (
    <form
      className={classes.box}
      aria-label={t('verbs.finish')}
      onSubmit={(event) => {
        event.preventDefault()
        finish()
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.code === 'Escape') onCancel()
        if (event.code === 'Enter' && event.ctrlKey) finish()
      }}
    >
      <TextAreaRow
        label={t('incoming.handling.resultLabel')}
        isOptional={needs !== undefined}
        autoFocus
        value={result}
        onValue={setResult}
      />
      <FieldRow
        label={t('tasks.finish.evidence')}
        isOptional={needs === undefined}
        hint={needs === undefined ? undefined : t(`tasks.finish.${needs}Hint`)}
      >
        {(field) => (
          <>
            <TextField
              {...field}
              list="task-evidence"
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <datalist id="task-evidence">
              {codes.map((one) => (
                <option key={one.id} value={one.code}>
                  {one.subject}
                </option>
              ))}
            </datalist>
          </>
        )}
      </FieldRow>
      <div className={classes.foot}>
        <span className="spacer" />
        <Button variant="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="primary" keyHint="Ctrl Enter" disabled={!isReady}>
          {t('verbs.finish')}
        </Button>
      </div>
    </form>
  )
}
