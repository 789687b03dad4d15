import { useMemo, useState, type ReactNode } from 'react'
import { citationOf, whyNotAmending } from '#shared/domain/documents/amend.ts'
import { amendmentWays, type Amending, type AmendmentWay } from '#shared/domain/documents/amendment.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import type { Command } from '../../commands/command.ts'
import type { Shortcut } from '../../commands/shortcut.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { hasRole, useMe } from '../me.ts'
import { ReasonSheet } from '../reason-sheet.tsx'
import { verb } from '../use-verbs.ts'
import { amendmentIcons } from './amendment-lines.tsx'
import { useCited } from './use-cited.ts'

const shortcuts: Readonly<Partial<Record<AmendmentWay, Shortcut>>> = {
  replacement: 'Shift+KeyR',
  recall: 'KeyZ',
}
const NONE: readonly Command[] = []

interface AmendingWork {
  /** What the post at this desk can begin about the document; nothing while it is not issued. */
  readonly commands: readonly Command[]
  readonly asking: ReactNode
}

/** Puts right, replaces or recalls an issued document: each begins a draft, once the reason is given. */
export function useAmending(
  document: OfficialDocument | undefined,
  onBegin: (amends: Amending) => void,
): AmendingWork {
  const me = useMe()
  const [asked, setAsked] = useState<{ readonly of: string; readonly way: AmendmentWay } | null>(null)
  const mayBegin =
    document?.issuedAt != null &&
    (hasRole(me, 'clerk') || me?.id === document.drafter.post || me?.id === document.route?.reviewer)
  const commands = useMemo((): readonly Command[] => {
    if (document === undefined || !mayBegin) return NONE
    const look = (): OfficialDocument => document
    return amendmentWays.map((way) => {
      const kind = way === 'replacement' ? document.kind : 'cong-van'
      const shortcut = shortcuts[way]
      return verb(`document.${way}`, `amending.way.${way}`, () => setAsked({ of: document.id, way }), {
        icon: amendmentIcons[way],
        rule: whyNotAmending(kind, { way, document: document.id }, look),
        ...(shortcut === undefined ? {} : { shortcut }),
      })
    })
  }, [document, mayBegin])
  const way = asked !== null && asked.of === document?.id ? asked.way : null
  return {
    commands,
    asking:
      way === null || document === undefined ? null : (
        <AmendSheet document={document} way={way} onBegin={onBegin} onClose={() => setAsked(null)} />
      ),
  }
}

interface AmendSheetProps {
  readonly document: OfficialDocument
  readonly way: AmendmentWay
  readonly onBegin: (amends: Amending) => void
  readonly onClose: () => void
}

/** Why: it stands in the draft, and goes to everyone who received the document. */
function AmendSheet({ document, way, onBegin, onClose }: AmendSheetProps) {
  const t = useT()
  const cited = useCited()
  const citation = citationOf(document)
  const begin = (reason: string): void => {
    onClose()
    onBegin({ way, document: document.id, reason: reason.trim() })
  }
  return (
    <ReasonSheet
      place="corner"
      title={t(`amending.ask.title.${way}`, { cited: citation === undefined ? '' : cited(citation) })}
      description={t(`amending.ask.explain.${way}`)}
      label={t('amending.ask.reason')}
      confirm={t('amending.ask.confirm')}
      onClose={onClose}
      onConfirm={begin}
    />
  )
}
