import { useMemo } from 'react'
import { codeOfLetter, verdictOf, type Letter } from '#shared/domain/correspondence/letter.ts'
import type { RuleId } from '#shared/domain/law/rules.ts'
import { useBooks, useMyWork, usePeople, useSyncState } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { useToast } from '../../../ui/toast.tsx'
import type { Verb } from '../../../ui/verb-bar.tsx'
import { hasRole, useMe } from '../../../workplace/me.ts'
import { ruleNotice, useRefusal } from '../../../workplace/refusal-notice.tsx'
import { shownState } from '../../../workplace/shown-state.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { incomingBookOf, leaderOf } from '../components/proposal.ts'

interface LetterVerbs {
  readonly verbs: readonly Verb[]
  readonly mayDirect: boolean
}

/** What the post at this desk can do with a letter now; what it cannot do by rule carries the rule's words. */
export function useLetterVerbs(
  letter: Letter | undefined,
  presentTo: string | null,
  onRefuse: () => void,
  onFinish: (task: string) => void,
): LetterVerbs {
  const t = useT()
  const me = useMe()
  const act = useAct()
  const desk = useDesk()
  const refuse = useRefusal()
  const toast = useToast()
  const books = useBooks()
  const people = usePeople()
  const work = useMyWork()
  const sync = useSyncState()
  const formats = useFormats()

  return useMemo(() => {
    if (letter === undefined || me === undefined) return { verbs: [], mayDirect: false }
    const ref = { kind: 'letter', id: letter.id } as const
    const code = codeOfLetter(letter.content)
    const why = (rule: RuleId): string => ruleNotice(t, rule).words
    const verdict = verdictOf(letter)

    const accept = async (): Promise<boolean> =>
      (await act(ref, 'letter.accept', { verdictSeen: verdict })) !== undefined
    const register = async (): Promise<boolean> => {
      const book = incomingBookOf(books ?? [])
      if (book === undefined) return false
      const given = await desk.giveNumber(ref, book.id)
      if (!given.ok) {
        refuse(given.error)
        return false
      }
      if (given.value.waits !== null && sync?.offlineSince != null) {
        toast.show({ icon: 'clock', text: t('law.number-awaits-node.words') })
        return false
      }
      const registered = await shownState(desk, 'letter', letter.id, (shown) => shown.number !== null)
      if (registered?.number == null) return false
      toast.show({
        icon: 'book-2',
        text: t('incoming.toast.registered', {
          number: code,
          arrival: formats.number(registered.number.number),
        }),
      })
      return true
    }
    const present = async (): Promise<void> => {
      const to = presentTo ?? leaderOf(people ?? [])?.id
      if (to !== undefined) await act(ref, 'letter.present', { to })
    }
    const run = (work: () => Promise<unknown>) => (): void => {
      void work()
    }

    const verbs: Verb[] = []
    if (hasRole(me, 'clerk')) {
      const invalid = verdict === 'invalid' ? why('verdict-invalid') : undefined
      if (letter.status === 'arrived') {
        verbs.push({
          id: 'accept',
          label: t('verbs.accept'),
          icon: 'circle-check',
          keys: 'Enter',
          reason: invalid,
          run: run(accept),
        })
        verbs.push({
          id: 'acceptRegister',
          label: t('incoming.acceptRegister'),
          icon: 'book-2',
          keys: 'R',
          reason: invalid,
          run: run(async () => (await accept()) && (await register())),
        })
        verbs.push({
          id: 'refuse',
          label: t('verbs.return'),
          icon: 'arrow-back-up',
          keys: 'X',
          run: onRefuse,
        })
      }
      if (letter.status === 'accepted') {
        verbs.push({
          id: 'register',
          label: t('verbs.register'),
          icon: 'book-2',
          keys: 'R',
          run: run(register),
        })
        verbs.push({
          id: 'registerPresent',
          label: t('verbs.registerAndPresent'),
          icon: 'user-share',
          keys: 'P',
          run: run(async () => (await register()) && present()),
        })
        verbs.push({
          id: 'refuse',
          label: t('verbs.return'),
          icon: 'arrow-back-up',
          keys: 'X',
          run: onRefuse,
        })
      }
      if (letter.status === 'registered')
        verbs.push({
          id: 'present',
          label: t('verbs.present'),
          icon: 'user-share',
          keys: 'P',
          run: run(present),
        })
    }
    const task = work?.find((one) => one.reason === 'task' && one.letter === letter.id)
    if (task !== undefined) {
      verbs.push({
        id: 'start',
        label: t('verbs.take'),
        icon: 'progress',
        keys: 'T',
        run: run(() => act(task.about, 'task.start', {})),
      })
      verbs.push({
        id: 'finish',
        label: t('verbs.finish'),
        icon: 'check',
        keys: 'E',
        run: () => onFinish(task.about.id),
      })
    }
    return { verbs, mayDirect: letter.status === 'presented' && letter.presentedTo === me.id }
  }, [
    letter,
    me,
    t,
    act,
    desk,
    refuse,
    toast,
    books,
    people,
    work,
    presentTo,
    onRefuse,
    onFinish,
    sync,
    formats,
  ])
}
