import { createRoute, useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { documentStatuses } from '#shared/domain/documents/document-status.ts'
import { IncomingScreen } from '../../features/incoming/screens/incoming-screen.tsx'
import { incomingBoxes } from '../../projections/incoming.ts'
import { facetIds } from '../../search/index/columns.ts'
import { addressOf } from '../address-of.ts'
import { DraftPlace, DraftsScreen, SearchScreen } from '../later-screens.ts'
import { LetterPlace } from '../letter-place.tsx'
import { useDraftReply } from '../use-draft-reply.ts'
import { useInvitation } from '../use-invitation.tsx'
import { root } from './root.ts'

export const incoming = createRoute({
  getParentRoute: () => root,
  path: '/incoming',
  validateSearch: z.object({ box: z.enum(incomingBoxes).optional() }),
  component: function Incoming() {
    const { box } = incoming.useSearch()
    const navigate = useNavigate()
    const { onInvitation, sheet } = useInvitation()
    return (
      <>
        <IncomingScreen
          box={box}
          onReply={useDraftReply()}
          onInvitation={onInvitation}
          onBox={(next) => void navigate({ to: '/incoming', search: { box: next } })}
          onOpen={(id) => void navigate({ to: '/incoming/$id', params: { id } })}
        />
        {sheet}
      </>
    )
  },
})

export const letter = createRoute({
  getParentRoute: () => root,
  path: '/incoming/$id',
  component: function Letter() {
    return <LetterPlace id={letter.useParams().id} />
  },
})

export const drafts = createRoute({
  getParentRoute: () => root,
  path: '/drafts',
  validateSearch: z.object({ box: z.enum(documentStatuses).optional() }),
  component: function Drafts() {
    const { box } = drafts.useSearch()
    const navigate = useNavigate()
    return (
      <DraftsScreen
        box={box}
        onBox={(next) => void navigate({ to: '/drafts', search: { box: next } })}
        onOpen={(id) => void navigate({ to: '/drafts/$id', params: { id } })}
      />
    )
  },
})

export const draft = createRoute({
  getParentRoute: () => root,
  path: '/drafts/$id',
  validateSearch: z.object({ ask: z.literal('submit').optional() }),
  component: function Draft() {
    const { ask } = draft.useSearch()
    return <DraftPlace id={draft.useParams().id} asksToSubmit={ask === 'submit'} />
  },
})

export const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: z.object({
    q: z.string().optional(),
    by: z.partialRecord(z.enum(facetIds), z.array(z.string()).readonly()).optional(),
  }),
  component: function Search() {
    const { q = '', by = {} } = search.useSearch()
    const navigate = useNavigate()
    return (
      <SearchScreen
        sought={{ text: q, filters: by }}
        onSought={({ text, filters }) =>
          void navigate({ to: '/search', search: { q: text, by: filters }, replace: true })
        }
        onOpen={({ row }) => void navigate(addressOf(row))}
      />
    )
  },
})
