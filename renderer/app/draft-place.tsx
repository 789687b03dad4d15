import { useNavigate } from '@tanstack/react-router'
import { codeOf } from '#shared/domain/format/boxes.ts'
import { useDocument } from '../database/use-live.ts'
import { DraftScreen } from '../features/drafting/screens/draft-screen.tsx'
import { useT } from '../i18n/language-provider.tsx'
import { useOpenTabs, useTab } from './open-tabs.tsx'
import { useDraftAmendment } from './use-draft-amendment.ts'
import { useCloseDocument } from './use-close-document.ts'

interface DraftPlaceProps {
  readonly id: string
  /** Whoever made it wants it submitted as it is. */
  readonly asksToSubmit: boolean
}

/** One draft or outgoing document in its tab. */
export function DraftPlace({ id, asksToSubmit }: DraftPlaceProps) {
  const t = useT()
  const navigate = useNavigate()
  const { close } = useOpenTabs()
  const state = useDocument(id)?.state
  const title =
    state === undefined
      ? undefined
      : state.number === null
        ? state.fields.subject || t('drafting.untitled')
        : codeOf(state.number.number, state.fields.symbol)
  const address = `/drafts/${id}`
  useTab(address, 'pencil', title)
  const back = useCloseDocument()
  return (
    <DraftScreen
      id={id}
      asksToSubmit={asksToSubmit}
      onAmend={useDraftAmendment()}
      onOpen={(other) => void navigate({ to: '/drafts/$id', params: { id: other } })}
      onMeeting={(meeting) => void navigate({ to: '/meetings/$id', params: { id: meeting } })}
      onLeave={() => {
        close(address)
        back()
      }}
    />
  )
}
