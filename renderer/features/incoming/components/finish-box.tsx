import { useState } from 'react'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { useAct } from '../../../workplace/use-act.ts'
import classes from './letter.module.css'

interface FinishBoxProps {
  readonly task: string
  readonly onDone: () => void
}

/** What came out of a task, written when it is finished. */
export function FinishBox({ task, onDone }: FinishBoxProps) {
  const t = useT()
  const act = useAct()
  const [result, setResult] = useState('')
  const finish = (): void => {
    void act({ kind: 'task', id: task }, 'task.finish', { result }).then((done) => {
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
