import { useCallback, useState } from 'react'
import { mainFileOf, type Directive, type Letter } from '#shared/domain/correspondence/letter.ts'
import type { Command } from '../../../commands/command.ts'
import { useAgency, useBooks, usePeople } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { PanelTabs } from '../../../ui/panel-tabs.tsx'
import { RegistrationLine, type RegistrationField } from '../../../ui/registration-line.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { hasRole, useMe, usePostNames } from '../../../workplace/me.ts'
import { PdfPages } from '../../../workplace/pdf-pages.tsx'
import { useToday } from '../../../workplace/today.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { useVerbs } from '../../../workplace/use-verbs.ts'
import { useLetterVerbs } from '../hooks/use-letter-verbs.ts'
import { DirectiveBox } from './directive-box.tsx'
import { FinishBox } from './finish-box.tsx'
import { LetterFields } from './letter-fields.tsx'
import { LetterHeader } from './letter-header.tsx'
import { LetterHistory } from './letter-history.tsx'
import { LetterSignatures } from './letter-signatures.tsx'
import { incomingBookOf, leaderOf } from './proposal.ts'
import { RefuseReasons } from './refuse-reasons.tsx'
import classes from './letter.module.css'

const tabs = ['document', 'summary', 'signatures', 'history'] as const
const NONE: readonly Command[] = []
type Tab = (typeof tabs)[number]

/** A letter with what can be done with it: header, verbs, proposed registration, page, and the directive of the leader. */
export function LetterPane({ letter }: { readonly letter: Letter }) {
  const t = useT()
  const nameOf = usePostNames()
  const toast = useToast()
  const act = useAct()
  const [tab, setTab] = useState<Tab>('document')
  const [asking, setAsking] = useState<'refuse' | { readonly finish: string } | null>(null)
  const [presentTo, setPresentTo] = useState<string | null>(null)
  const onRefuse = useCallback(() => setAsking('refuse'), [])
  const onFinish = useCallback((task: string) => setAsking({ finish: task }), [])
  const cancel = useCallback(() => setAsking(null), [])
  const { commands, mayDirect } = useLetterVerbs(letter, presentTo, onRefuse, onFinish)
  const verbs = useVerbs(asking === null ? commands : NONE)

  const refuse = useCallback(
    (reason: string) => {
      setAsking(null)
      void act({ kind: 'letter', id: letter.id }, 'letter.refuse', { reason }).then((done) => {
        if (done !== undefined)
          toast.show({
            icon: 'arrow-back-up',
            text: t('incoming.toast.returned', { issuer: letter.content.from.name }),
          })
      })
    },
    [act, letter, toast, t],
  )
  const direct = useCallback(
    (directive: Directive) => {
      void act({ kind: 'letter', id: letter.id }, 'letter.direct', { directive }).then((done) => {
        if (done !== undefined)
          toast.show({
            icon: 'writing-sign',
            text: t('incoming.toast.directed', { name: nameOf(directive.lead) }),
          })
      })
    },
    [act, letter.id, toast, t, nameOf],
  )
  const file = mainFileOf(letter)
  const shown = file?.file.mediaType !== 'application/pdf' && tab === 'document' ? 'summary' : tab

  return (
    <article className={classes.pane} aria-label={letter.content.subject}>
      <LetterHeader letter={letter} />
      {verbs.length > 0 && <VerbBar verbs={verbs} />}
      {asking === 'refuse' && <RefuseReasons onRefuse={refuse} onCancel={cancel} />}
      {asking !== null && asking !== 'refuse' && <FinishBox task={asking.finish} onDone={cancel} />}
      <Registration letter={letter} presentTo={presentTo} onPresentTo={setPresentTo} />
      <PanelTabs
        label={t('incoming.tabs.label')}
        tabs={tabs.map((id) => ({ id, label: t(`incoming.tabs.${id}`) }))}
        activeId={shown}
        onChoose={(id) => setTab(id as Tab)}
      />
      <div className={classes.scroll}>
        {shown === 'document' && file !== undefined && <PdfPages file={file.file} name={file.name} />}
        {shown === 'summary' && <LetterFields letter={letter} />}
        {shown === 'signatures' && <LetterSignatures letter={letter} />}
        {shown === 'history' && <LetterHistory letter={letter} />}
      </div>
      {mayDirect && <DirectiveBox key={letter.id} letter={letter} onDirect={direct} />}
    </article>
  )
}

interface RegistrationProps {
  readonly letter: Letter
  readonly presentTo: string | null
  readonly onPresentTo: (post: string) => void
}

/** What will be written into the register; only for clerks, only until it was presented. */
function Registration({ letter, presentTo, onPresentTo }: RegistrationProps) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const me = useMe()
  const book = incomingBookOf(useBooks() ?? [])
  const people = usePeople() ?? []
  const headTitle = useAgency()?.state.headTitle ?? ''
  if (
    !hasRole(me, 'clerk') ||
    !['arrived', 'accepted', 'registered'].includes(letter.status) ||
    book === undefined
  )
    return null
  const leaders = people.filter((post) => post.roles.includes('leader'))
  const to = presentTo ?? leaderOf(people, headTitle)?.id ?? ''
  const fields: RegistrationField[] = [
    { id: 'book', label: t('incoming.registration.book'), value: book.name, isFixed: true },
    letter.number === null
      ? {
          id: 'number',
          label: t('incoming.registration.number'),
          value: formats.number(book.last + 1),
          isFixed: true,
          note: t('incoming.registration.nextNumber'),
        }
      : {
          id: 'number',
          label: t('incoming.registration.number'),
          value: formats.number(letter.number.number),
          isFixed: true,
        },
    {
      id: 'date',
      label: t('incoming.registration.date'),
      value: formats.date(letter.number?.date ?? today),
      isFixed: true,
    },
    {
      id: 'present',
      label: t('incoming.registration.present'),
      value: leaders.find((post) => post.id === to)?.name ?? '',
      choices: leaders.map((post) => ({ value: post.id, label: `${post.name}, ${post.title}` })),
    },
  ]
  return <RegistrationLine fields={fields} onChange={(_, value) => onPresentTo(value)} />
}
