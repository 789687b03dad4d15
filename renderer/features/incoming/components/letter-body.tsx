import { useState, type ReactNode } from 'react'
import { mainFileOf, type Letter } from '#shared/domain/correspondence/letter.ts'
import { useTasksOf } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { SidePanel } from '../../../ui/panel.tsx'
import { PanelTabs } from '../../../ui/panel-tabs.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { PdfPages } from '../../../workplace/pdf-pages.tsx'
import { TaskRoute } from '../../../workplace/tasks/task-route.tsx'
import { LetterFields } from './letter-fields.tsx'
import { LetterHistory } from './letter-history.tsx'
import { LetterSignatures } from './letter-signatures.tsx'
import { LetterStamp } from './letter-stamp.tsx'
import classes from './letter.module.css'

const facts = ['summary', 'handling', 'signatures', 'history'] as const
const beside = ['document', ...facts] as const
type Tab = (typeof beside)[number]

interface LetterBodyProps {
  readonly letter: Letter
  /** Over the whole place: the page stays in sight, what is known of it stands in a panel at its right. */
  readonly isWide: boolean
  /** Docked under every tab: the directive of the leader. */
  readonly foot: ReactNode
}

/** The page of a letter and what is known of it: fields, signatures, history. */
export function LetterBody({ letter, isWide, foot }: LetterBodyProps) {
  const t = useT()
  const tasks = useTasksOf(letter.id) ?? []
  const [chosen, setChosen] = useState<Tab>('document')
  const file = mainFileOf(letter)
  const isPdf = file?.file.mediaType === 'application/pdf'
  const hasPanel = isWide && isPdf
  const shown = chosen === 'document' && (hasPanel || !isPdf) ? 'summary' : chosen
  const tabs = (
    <PanelTabs
      label={t('incoming.tabs.label')}
      tabs={(isPdf && !hasPanel ? beside : facts).map((id) => ({ id, label: t(`incoming.tabs.${id}`) }))}
      activeId={shown}
      onChoose={(id) => setChosen(id as Tab)}
    />
  )
  const page = isPdf && (
    <PdfPages
      file={file.file}
      name={file.name}
      hasThumbnails={hasPanel}
      overlay={<LetterStamp letter={letter} />}
    />
  )
  const tab = (
    <>
      {shown === 'summary' && <LetterFields letter={letter} />}
      {shown === 'handling' && <TaskRoute letter={letter} tasks={tasks} />}
      {shown === 'signatures' && <LetterSignatures letter={letter} />}
      {shown === 'history' && <LetterHistory letter={letter} />}
    </>
  )
  if (hasPanel)
    return (
      <div className={classes.desk}>
        <div data-pane className={classes.page}>
          {page}
        </div>
        <SidePanel label={t('incoming.tabs.label')} head={tabs} foot={foot || undefined}>
          <DirectiveGiven letter={letter} />
          {tab}
        </SidePanel>
      </div>
    )
  return (
    <>
      <DirectiveGiven letter={letter} />
      {tabs}
      <div
        className={classes.scroll}
        role="region"
        aria-label={t(`incoming.tabs.${shown}`)}
        tabIndex={shown === 'document' ? undefined : 0}
      >
        {shown === 'document' ? page : tab}
      </div>
      {foot && <div className={classes.directive}>{foot}</div>}
    </>
  )
}

/** What the leader wrote, for everyone who works on it: who leads, who cooperates, who is told, by when. */
function DirectiveGiven({ letter }: { readonly letter: Letter }) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  if (letter.directive === null) return null
  const { text, lead, cooperating, inform, deadline } = letter.directive
  const names = (posts: readonly string[]): string => posts.map(nameOf).join(', ')
  return (
    <div className={classes.given}>
      <Icon name="writing-sign" size="s" />
      <span>
        <strong>{t('incoming.directive.title')}:</strong> {text}
      </span>
      {lead !== null && (
        <Chip tone="info" icon="user-check">
          {t('incoming.directive.lead', { name: nameOf(lead) })}
        </Chip>
      )}
      {cooperating.length > 0 && (
        <Chip tone="shared" icon="users">
          {t('incoming.directive.support', { names: names(cooperating) })}
        </Chip>
      )}
      {inform.length > 0 && (
        <Chip tone="done" icon="eye">
          {t('incoming.directive.inform', { names: names(inform) })}
        </Chip>
      )}
      {deadline !== null && (
        <Chip tone="soon" icon="clock">
          {t('incoming.directive.deadline', { date: formats.date(deadline) })}
        </Chip>
      )}
    </div>
  )
}
