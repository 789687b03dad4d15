import { later } from './later.tsx'

// Screens that are read when they are first opened; those of the first places of a day come with the page.
export const AdministrationScreen = later(
  async () =>
    (await import('../features/administration/screens/administration-screen.tsx')).AdministrationScreen,
)
export const ArchiveScreen = later(
  async () => (await import('../features/records/screens/archive-screen.tsx')).ArchiveScreen,
)
export const BallotsScreen = later(
  async () => (await import('../features/ballots/screens/ballots-screen.tsx')).BallotsScreen,
)
export const BoardsPlace = later(async () => (await import('./boards-place.tsx')).BoardsPlace)
export const DelegationScreen = later(
  async () => (await import('../features/delegation/screens/delegation-screen.tsx')).DelegationScreen,
)
export const DeliveryPlace = later(async () => (await import('./delivery-place.tsx')).DeliveryPlace)
export const DirectoryScreen = later(
  async () => (await import('../features/directory/screens/directory-screen.tsx')).DirectoryScreen,
)
export const DraftPlace = later(async () => (await import('./draft-place.tsx')).DraftPlace)
export const DraftsScreen = later(
  async () => (await import('../features/drafting/screens/drafts-screen.tsx')).DraftsScreen,
)
export const FormerEntryScreen = later(
  async () => (await import('../features/registers/screens/former-entry-screen.tsx')).FormerEntryScreen,
)
export const ImportScreen = later(
  async () => (await import('../features/registers/screens/import-screen.tsx')).ImportScreen,
)
export const IssueDeskScreen = later(
  async () => (await import('../features/issuing/screens/issue-desk-screen.tsx')).IssueDeskScreen,
)
export const MeetingRoomScreen = later(
  async () => (await import('../features/meetings/screens/meeting-room-screen.tsx')).MeetingRoomScreen,
)
export const NewMeeting = later(
  async () => (await import('../features/meetings/components/new-meeting.tsx')).NewMeeting,
)
export const MeetingsScreen = later(
  async () => (await import('../features/meetings/screens/meetings-screen.tsx')).MeetingsScreen,
)
export const SeriesScreen = later(
  async () => (await import('../features/meetings/screens/series-screen.tsx')).SeriesScreen,
)
export const OutboxScreen = later(
  async () => (await import('../features/outbox/screens/outbox-screen.tsx')).OutboxScreen,
)
export const PracticeScreen = later(
  async () => (await import('../features/practice/screens/practice-screen.tsx')).PracticeScreen,
)
export const RegistersPlace = later(async () => (await import('./registers-place.tsx')).RegistersPlace)
export const SearchScreen = later(
  async () => (await import('../features/search/screens/search-screen.tsx')).SearchScreen,
)
export const SettingsScreen = later(
  async () => (await import('../features/settings/screens/settings-screen.tsx')).SettingsScreen,
)
export const TasksScreen = later(
  async () => (await import('../features/tasks/screens/tasks-screen.tsx')).TasksScreen,
)
export const ToSignPlace = later(async () => (await import('./to-sign-place.tsx')).ToSignPlace)
export const ScheduleScreen = later(
  async () => (await import('../features/schedule/screens/schedule-screen.tsx')).ScheduleScreen,
)
export const WorkFilesScreen = later(
  async () => (await import('../features/records/screens/work-files-screen.tsx')).WorkFilesScreen,
)
