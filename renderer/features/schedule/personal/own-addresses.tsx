import { useEffect, useState } from 'react'
import {
  calendarScopes,
  type CalendarAddressesAnswer,
  type CalendarScope,
} from '#shared/protocol/calendar-addresses.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice } from '../../../workplace/refusal-notice.tsx'
import { AddressRow } from './address-row.tsx'
import { ElsewherePart } from './elsewhere-part.tsx'

interface Asked {
  readonly make: CalendarScope | null
  readonly end: CalendarScope | null
}

/** Secret addresses under which other programs read one's calendar. */
export function OwnAddresses() {
  const t = useT()
  const { answer, ask } = useAddresses()
  const [made, setMade] = useState<{ readonly scope: CalendarScope; readonly address: string } | null>(null)
  const act = (asked: Asked): void => {
    setMade(null)
    void ask(asked).then((address) => {
      if (asked.make !== null && address !== null) setMade({ scope: asked.make, address })
    })
  }
  return (
    <ElsewherePart title={t('schedule.mine.address.title')} about={t('schedule.mine.address.about')}>
      {calendarScopes.map((scope) => (
        <AddressRow
          key={scope}
          label={t(`schedule.mine.address.scopes.${scope}`)}
          madeAt={answer?.addresses.find((one) => one.scope === scope)?.madeAt}
          made={made?.scope === scope ? made.address : null}
          isReady={answer !== undefined}
          onMake={() => act({ make: scope, end: null })}
          onEnd={() => act({ make: null, end: scope })}
        />
      ))}
    </ElsewherePart>
  )
}

/** Asks the node, which alone knows them; answers the address that was made. */
function useAddresses(): {
  readonly answer: CalendarAddressesAnswer | undefined
  readonly ask: (asked: Asked) => Promise<string | null>
} {
  const t = useT()
  const native = useNative()
  const notice = useNotice()
  const { workspace } = useDesk()
  const [answer, setAnswer] = useState<CalendarAddressesAnswer>()
  const [asking] = useState(() => ({
    ask: async (asked: Asked): Promise<string | null> => {
      try {
        const found = await native.invoke('backbone.calendarAddresses', { workspace, ...asked })
        setAnswer(found)
        return found.made
      } catch (error) {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
        return null
      }
    },
  }))
  useEffect(() => void asking.ask({ make: null, end: null }), [asking])
  return { answer, ask: asking.ask }
}
