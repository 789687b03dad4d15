import { useEffect, useState } from 'react'
import type {
  AskCalendarAddresses,
  CalendarAddressesAnswer,
  CalendarScope,
} from '#shared/protocol/calendar-addresses.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice } from '../../../workplace/refusal-notice.tsx'

/** A secret address and what is done with it. */
export interface KeptAddress {
  /** Undefined when there is no address. */
  readonly madeAt: string | undefined
  /** The address that was just made, which is shown this once. */
  readonly made: string | null
  readonly isReady: boolean
  readonly onMake: () => void
  readonly onEnd: () => void
}

/** One's own secret addresses. */
export interface OwnAddresses {
  readonly of: (scope: CalendarScope) => KeptAddress
  /** What they tell, in the order in which they were made; empty until the node answers. */
  readonly scopes: readonly CalendarScope[]
  /** The node answered which there are. */
  readonly isReady: boolean
  /** The node could not be asked for them. */
  readonly isAway: boolean
}

type Asked = Omit<AskCalendarAddresses, 'workspace'>

/** Asks the node, which alone knows the addresses; what it refuses is shown with its reason. */
export function useCalendarAddresses(): OwnAddresses {
  const t = useT()
  const native = useNative()
  const notice = useNotice()
  const { workspace } = useDesk()
  const [answer, setAnswer] = useState<CalendarAddressesAnswer>()
  const [made, setMade] = useState<{ readonly scope: CalendarScope; readonly address: string } | null>(null)
  const [isAway, setAway] = useState(false)
  const [asking] = useState(() => ({
    ask: async (asked: Asked): Promise<void> => {
      setMade(null)
      try {
        const found = await native.invoke('backbone.calendarAddresses', { workspace, ...asked })
        setAnswer(found)
        setAway(false)
        if (asked.make !== null && found.made !== null) setMade({ scope: asked.make, address: found.made })
      } catch (error) {
        // To open a sheet is to do nothing: it says by itself that it does not know.
        const isLooking = asked.make === null && asked.end === null
        const words = isLooking ? undefined : noticeOfError(t, error)
        if (isLooking) setAway(true)
        if (words !== undefined) notice(words)
      }
    },
  }))
  useEffect(() => void asking.ask({ make: null, end: null }), [asking])
  const addresses = answer?.addresses ?? []
  return {
    isReady: answer !== undefined,
    isAway,
    scopes: addresses.map(({ scope }) => scope),
    of: (scope) => ({
      madeAt: addresses.find((one) => one.scope === scope)?.madeAt,
      made: made?.scope === scope ? made.address : null,
      isReady: answer !== undefined,
      onMake: () => void asking.ask({ make: scope, end: null }),
      onEnd: () => void asking.ask({ make: null, end: scope }),
    }),
  }
}
