import { createRoute, useNavigate } from '@tanstack/react-router'
import { Suspense, useCallback } from 'react'
import { z } from 'zod'
import {
  BallotsScreen,
  MeetingRoomScreen,
  MeetingsScreen,
  NewMeeting,
  ScheduleScreen,
  SeriesScreen,
} from '../later-screens.ts'
import { useDraftBallot } from '../use-draft-ballot.ts'
import { useMeetingPapers } from '../use-meeting-papers.ts'
import { useTellAgencies } from '../use-tell-agencies.ts'
import { root } from './root.ts'
import { useWorkPlaces } from './use-work-places.tsx'

export const schedule = createRoute({
  getParentRoute: () => root,
  path: '/schedule',
  validateSearch: z.object({ box: z.literal('mine').optional() }),
  component: Schedule,
})

function Schedule() {
  const navigate = useNavigate()
  const { box } = schedule.useSearch()
  return (
    <ScheduleScreen
      key={box}
      startsMine={box === 'mine'}
      onPlace={(where, id) =>
        void navigate(where === 'meetings' ? { to: '/meetings', search: { at: id } } : { to: `/${where}` })
      }
      callSheet={(calling) => (
        <Suspense fallback={null}>
          <NewMeeting {...calling} />
        </Suspense>
      )}
    />
  )
}

export const meetings = createRoute({
  getParentRoute: () => root,
  path: '/meetings',
  validateSearch: z.object({ at: z.string().max(64).optional() }),
  component: Meetings,
})

function Meetings() {
  const { at } = meetings.useSearch()
  const { onOpenDocument, onOpenLetter } = useWorkPlaces()
  const tell = useTellAgencies()
  const navigate = useNavigate()
  const onEnter = useCallback(
    (id: string) => void navigate({ to: '/meetings/$id', params: { id } }),
    [navigate],
  )
  const onSeries = useCallback(
    (id: string) => void navigate({ to: '/meetings/series/$id', params: { id } }),
    [navigate],
  )
  return (
    <MeetingsScreen
      key={at}
      at={at}
      onEnter={onEnter}
      onLetter={onOpenLetter}
      onDocument={onOpenDocument}
      onTell={tell}
      onSeries={onSeries}
    />
  )
}

export const room = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$id',
  component: function MeetingRoom() {
    return <MeetingRoomScreen id={room.useParams().id} places={useMeetingPapers()} />
  },
})

export const series = createRoute({
  getParentRoute: () => root,
  path: '/meetings/series/$id',
  component: function Series() {
    const navigate = useNavigate()
    const onMeeting = useCallback(
      (id: string) => void navigate({ to: '/meetings/$id', params: { id } }),
      [navigate],
    )
    return <SeriesScreen id={series.useParams().id} onMeeting={onMeeting} />
  },
})

export const ballots = createRoute({
  getParentRoute: () => root,
  path: '/ballots',
  validateSearch: z.object({ id: z.string().optional() }),
  component: function Ballots() {
    const { id } = ballots.useSearch()
    const navigate = useNavigate()
    const onFollow = useCallback(
      (next: string) => void navigate({ to: '/ballots', search: { id: next } }),
      [navigate],
    )
    return <BallotsScreen key={id} id={id} onDraft={useDraftBallot()} onFollow={onFollow} />
  },
})
