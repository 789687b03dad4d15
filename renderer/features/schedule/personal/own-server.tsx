import { useState } from 'react'
import type { CalendarServerAct } from '#shared/protocol/calendar-server.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNotice } from '../../../workplace/refusal-notice.tsx'
import { isSoon, useCalendarServer } from '../hooks/use-calendar-server.ts'
import { ElsewherePart } from './elsewhere-part.tsx'
import { OwnServerAccount } from './own-server-account.tsx'
import { OwnServerForm } from './own-server-form.tsx'

/** One's own calendar on the agency's calendar server. */
export function OwnServer() {
  const t = useT()
  const notice = useNotice()
  const { answer, error, ask } = useCalendarServer(({ own }) => own !== null && isSoon(own.publishing))
  const [isAsking, setAsking] = useState(false)
  const [hasActed, setActed] = useState(false)
  /** Answers why it was not done; undefined when the node did not answer. */
  const act = async (asked: CalendarServerAct) => {
    if (isAsking) return undefined
    setAsking(true)
    setActed(true)
    try {
      return (await ask(asked)).refused
    } catch (failure) {
      const words = noticeOfError(t, failure)
      if (words !== undefined) notice(words)
      return undefined
    } finally {
      setAsking(false)
    }
  }
  const server = answer?.server ?? null
  const own = answer?.own ?? null
  if (answer === undefined)
    return error === undefined ? null : (
      <ElsewherePart title={t('schedule.server.title')} about={t('schedule.server.offline')}>
        {null}
      </ElsewherePart>
    )
  const host = hostOf(own?.address ?? server)
  return (
    <ElsewherePart
      title={t('schedule.server.title')}
      about={host === null ? t('schedule.server.noServer') : t('schedule.server.about', { server: host })}
    >
      {own !== null ? (
        <OwnServerAccount
          key={String(own.isEnding)}
          own={own}
          isAsking={isAsking}
          takesKeys={hasActed}
          onAct={act}
        />
      ) : (
        server !== null && <OwnServerForm isAsking={isAsking} takesKeys={hasActed} onAct={act} />
      )}
    </ElsewherePart>
  )
}

const hostOf = (address: string | null): string | null => (address === null ? null : new URL(address).host)
