import { useCallback, useState } from 'react'
import { codeOfLetter, type Directive, type Letter } from '#shared/domain/correspondence/letter.ts'
import type { Command } from '../../../commands/command.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'
import { useVerbs } from '../../../workplace/use-verbs.ts'
import { useLetterVerbs } from '../hooks/use-letter-verbs.ts'
import { DirectiveForm } from './directive-form.tsx'
import { FinishBox } from './finish-box.tsx'
import { LetterBody } from './letter-body.tsx'
import { LetterHeader } from './letter-header.tsx'
import { ProposedRegistration } from './proposed-registration.tsx'
import { RefuseReasons } from './refuse-reasons.tsx'
import classes from './letter.module.css'

const NONE: readonly Command[] = []

interface LetterPaneProps {
  readonly letter: Letter
  /** Over the whole place, not beside the list. */
  readonly isWide?: boolean
  /** `Enter` opens it in a tab, where it is not opened yet. */
  readonly onOpen?: ((id: string) => void) | undefined
}

/** A letter with what can be done with it: header, verbs, proposed registration, page, and the directive of the leader. */
export function LetterPane({ letter, isWide = false, onOpen }: LetterPaneProps) {
  const t = useT()
  const nameOf = usePostNames()
  const act = useUndoableAct()
  const [asking, setAsking] = useState<'refuse' | { readonly finish: string } | null>(null)
  const [presentTo, setPresentTo] = useState<string | null>(null)
  const onRefuse = useCallback(() => setAsking('refuse'), [])
  const onFinish = useCallback((task: string) => setAsking({ finish: task }), [])
  const cancel = useCallback(() => setAsking(null), [])
  const { commands, mayDirect } = useLetterVerbs({ letter, presentTo, onRefuse, onFinish, onOpen })
  const verbs = useVerbs(asking === null ? commands : NONE)

  const refuse = useCallback(
    (reason: string) => {
      setAsking(null)
      void act(
        { kind: 'letter', id: letter.id },
        'letter.refuse',
        { reason },
        {
          icon: 'arrow-back-up',
          text: t('incoming.toast.returned', { issuer: letter.content.from.name }),
        },
      )
    },
    [act, letter, t],
  )
  const direct = useCallback(
    (directive: Directive) => {
      void act(
        { kind: 'letter', id: letter.id },
        'letter.direct',
        { directive },
        { icon: 'writing-sign', text: t('incoming.toast.directed', { name: nameOf(directive.lead) }) },
      )
    },
    [act, letter.id, t, nameOf],
  )
  const bar = verbs.length > 0 && <VerbBar verbs={verbs} isInline={isWide} />
  const directiveBox = mayDirect && asking === null && (
    <DirectiveForm key={letter.id} letter={letter} onDirect={direct} />
  )

  return (
    <article className={classes.pane} aria-label={letter.content.subject}>
      <LetterHeader letter={letter} isWide={isWide} verbs={bar} />
      {!isWide && bar}
      {asking === 'refuse' && <RefuseReasons onRefuse={refuse} onCancel={cancel} />}
      {asking !== null && asking !== 'refuse' && (
        <FinishBox task={asking.finish} about={codeOfLetter(letter.content)} onDone={cancel} />
      )}
      <ProposedRegistration letter={letter} presentTo={presentTo} onPresentTo={setPresentTo} />
      <LetterBody letter={letter} isWide={isWide} foot={directiveBox} />
    </article>
  )
}
