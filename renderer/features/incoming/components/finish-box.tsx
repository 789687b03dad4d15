import { useState } from 'react'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'
import classes from './letter.module.css'

interface FinishBoxProps {
  readonly task: string
  /** Number and sign of the letter it comes from. */
  readonly about: string
  readonly onDone: () => void
}

/** What came out of a task, written when it is finished. */
export function FinishBox({ task, about, onDone }: FinishBoxProps) {
  const t = useT()
  const act = useUndoableAct()
  const [result, setResult] = useState('')
  const finish = (): void => {
    const said = { icon: 'check', text: t('incoming.toast.finished', { number: about }) } as const
    void act({ kind: 'task', id: task }, 'task.finish', { result }, said).then((done) => {
      if (done !== undefined) onDone()
    })
  }
  return (
    <form
      className={classes.reasons}
      onSubmit={(event) => {
        event.preventDefault()
        finish()
      }}
    >
      <label htmlFor="task-result">{t('incoming.handling.resultLabel')}</label>
      <textarea
        id="task-result"
        autoFocus
        className={classes.field}
        value={result}
        onChange={(event) => setResult(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.code === 'Escape') onDone()
          if (event.code === 'Enter' && event.ctrlKey) finish()
        }}
      />
      <div className={classes.chosen}>
        <span className="spacer" />
        <Button variant="quiet" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant="primary" keyHint="Ctrl Enter">
          {t('verbs.finish')}
        </Button>
      </div>
    </form>
  )
}
