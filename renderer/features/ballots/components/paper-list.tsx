import type { Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { useAct } from '../../../workplace/use-act.ts'
import { useAddFiles } from '../../../workplace/use-add-files.ts'
import classes from './ballots.module.css'

/** While it is prepared: the papers, to which files are added or dropped; one of the same name is its next version. */
export function PaperList({ ballot }: { readonly ballot: Ballot }) {
  const t = useT()
  const desk = useDesk()
  const act = useAct()
  const ref = { kind: 'ballot', id: ballot.id } as const
  const { choose, drop } = useAddFiles(({ name, blob }) => {
    const known = ballot.papers.find((paper) => paper.name === name)
    return act(ref, 'ballot.addPaper', { paper: { id: known?.id ?? desk.newId(), name, file: blob } })
  })
  const runs = desk.post === ballot.secretary || desk.post === ballot.chair
  if (ballot.status !== 'draft' || !runs) return null
  return (
    <PanelSection heading={t('ballots.papers')}>
      <div
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          drop([...event.dataTransfer.files])
        }}
      >
        <ul className={classes.papers}>
          {ballot.papers.map(({ id, name }) => (
            <li key={id} className={classes.line}>
              <Icon name="file-text" size="s" />
              <span className="ellipsis">{name}</span>
              <span className="spacer" />
              <IconButton
                size="s"
                icon="x"
                label={t('ballots.removePaper', { name })}
                onClick={() => void act(ref, 'ballot.removePaper', { paper: id })}
              />
            </li>
          ))}
        </ul>
        <Button variant="quiet" size="small" icon="paperclip" onClick={choose}>
          {t('meetings.agenda.addPaper')}
        </Button>
      </div>
    </PanelSection>
  )
}
