import { useMemo, useState } from 'react'
import { codeOfLetter } from '#shared/domain/correspondence/letter.ts'
import type { SenderRequest } from '#shared/domain/correspondence/sender-request.ts'
import { isOpen } from '#shared/domain/work/task.ts'
import { useLetter, useTasksOf } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { FactList, PanelSection } from '../../../ui/panel.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { useCited } from '../../../workplace/amending/use-cited.ts'
import { usePostNames } from '../../../workplace/me.ts'
import { useVerbs } from '../../../workplace/use-verbs.ts'
import { useRequestVerbs } from '../hooks/use-request-verbs.ts'
import classes from './letter.module.css'
import { RefuseRequest } from './refuse-request.tsx'

interface RequestPaneProps {
  readonly request: SenderRequest
  readonly onOpen: (letter: string) => void
}

/** What a sender asks about a letter, what is proposed, and what follows from it. */
export function RequestPane({ request, onOpen }: RequestPaneProps) {
  const t = useT()
  const formats = useFormats()
  const cited = useCited()
  const nameOf = usePostNames()
  const [isRefusing, setRefusing] = useState(false)
  const letter = useLetter(request.letter)
  const tasks = useTasksOf(request.letter)
  const { commands, refuse } = useRequestVerbs(request, letter !== null, setRefusing, onOpen)
  // What an answer does hangs on whether the letter is here.
  const isRead = letter !== undefined && tasks !== undefined
  const verbs = useVerbs(
    useMemo(() => (isRefusing || !isRead ? [] : commands), [isRefusing, isRead, commands]),
  )
  const { way, from, notice, reason } = request
  const content = letter?.state.content
  const about = content === undefined ? request.about : { ...content, code: codeOfLetter(content) }
  const title = t(`amending.request.title.${way}`)
  const open = (tasks ?? []).filter(isOpen)
  const holders = [...new Set(open.map((one) => nameOf(one.holder)))]
  return (
    <article className={classes.pane} aria-label={title}>
      <header className={classes.header}>
        <h2 className={classes.subject}>{title}</h2>
        <div className={classes.line}>
          <strong>{from.name || from.code}</strong>
          <span className="num">{formats.dateTime(request.askedAt)}</span>
        </div>
        <div className={`${classes.line ?? ''} num`}>
          {notice === null
            ? t('amending.request.bare')
            : t('amending.request.ground', { cited: cited(notice) })}
        </div>
        {reason !== '' && <div className={classes.line}>{t('amending.request.reason', { reason })}</div>}
      </header>
      {verbs.length > 0 && <VerbBar verbs={verbs} />}
      {isRefusing && <RefuseRequest onRefuse={refuse} onCancel={() => setRefusing(false)} />}
      <div className={classes.scroll}>
        {letter === null ? (
          <PanelSection>
            <p>{t('amending.request.noLetter')}</p>
          </PanelSection>
        ) : (
          <PanelSection heading={t('amending.request.proposed')}>
            <p>{t(`amending.request.then.${thenOf(request)}`)}</p>
            {way === 'recall' && open.length > 0 && (
              <p>{t('amending.request.tasks', { count: open.length, names: holders.join('; ') })}</p>
            )}
          </PanelSection>
        )}
        <PanelSection isLast>
          <FactList
            facts={[
              [t('common.fields.number'), about.code],
              [t('common.fields.documentType'), about.typeName],
              [t('common.fields.date'), about.issuedOn === null ? '' : formats.date(about.issuedOn)],
              [t('common.fields.subject'), content?.subject ?? ''],
              [
                t('incoming.registration.number'),
                letter?.state.number == null ? '' : formats.number(letter.state.number.number),
              ],
            ].flatMap(([label, value]) =>
              value === undefined || value === '' || label === undefined ? [] : [[label, value] as const],
            )}
          />
        </PanelSection>
      </div>
    </article>
  )
}

const thenOf = ({ way, update }: SenderRequest) =>
  way === 'correction' && update !== null ? 'correctionInPlace' : way
