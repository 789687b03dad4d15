import { useT } from '../../../i18n/language-provider.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { useMyTask } from '../../../workplace/tasks/use-my-task.ts'
import { useTaskWork } from '../../../workplace/tasks/use-task-work.tsx'
import { useVerbs } from '../../../workplace/use-verbs.ts'
import classes from './letter.module.css'

/** What is left of a recalled letter for whoever worked on it: the own task, which is closed by its holder and never by itself. */
export function RecalledLetter({ letter }: { readonly letter: string }) {
  const t = useT()
  const task = useMyTask(letter)
  const work = useTaskWork(task)
  const verbs = useVerbs(work.commands)
  if (task?.recalled === undefined) return null
  return (
    <article className={classes.pane} aria-label={t('amending.recalledLetter.title')}>
      <header className={classes.header}>
        <h2 className={classes.subject}>{t('amending.recalledLetter.title')}</h2>
        <div className={`${classes.line ?? ''} num`}>
          {t('amending.recalledLetter.explain', { code: task.recalled.code })}
        </div>
      </header>
      {verbs.length > 0 && <VerbBar verbs={verbs} />}
      {work.asking}
      <div className={classes.scroll}>
        <PanelSection heading={t('amending.recalledLetter.task')} isLast>
          <p className="num">{task.subject}</p>
          {task.text !== '' && <p className="num">{task.text}</p>}
        </PanelSection>
      </div>
    </article>
  )
}
