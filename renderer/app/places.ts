import type { Role } from '#shared/domain/decision.ts'
import type { MessageKey } from '../i18n/messages.ts'
import type { IconName } from '../ui/icons.ts'

/** A place in the sidebar. Stored in open tabs: renaming one closes them. */
export const placeIds = [
  'today',
  'myWork',
  'toSign',
  'information',
  'incoming',
  'drafts',
  'issueDesk',
  'delivery',
  'registers',
  'workFiles',
  'archive',
  'tasks',
  'meetings',
  'ballots',
  'schedule',
  'search',
  'directory',
  'boards',
  'delegation',
  'administration',
  'outbox',
  'practice',
  'settings',
] as const
export type PlaceId = (typeof placeIds)[number]

export interface Place {
  readonly id: PlaceId
  readonly path: string
  readonly label: MessageKey
  readonly icon: IconName
  /** Physical key after `G` (`event.code`), and as it is printed; a key that is not a letter stands alone. */
  readonly go: { readonly code: string; readonly keys: string } | null
  readonly group: 'desk' | 'documents' | 'records' | 'work' | 'find' | 'manage' | 'foot'
  /** Roles that have something to do there; empty: everyone. */
  readonly roles: readonly Role[]
}

const go = (letter: string): { code: string; keys: string } => ({ code: `Key${letter}`, keys: `G ${letter}` })

/** The places of the product (product.md 5.2) that exist in this version, in the order of the sidebar. */
export const places: readonly Place[] = [
  {
    id: 'today',
    path: '/today',
    label: 'shell.nav.today',
    icon: 'sun',
    go: go('H'),
    group: 'desk',
    roles: [],
  },
  {
    id: 'myWork',
    path: '/my-work',
    label: 'shell.nav.myWork',
    icon: 'checklist',
    go: go('M'),
    group: 'desk',
    roles: [],
  },
  {
    id: 'toSign',
    path: '/to-sign',
    label: 'shell.nav.toSign',
    icon: 'writing-sign',
    go: go('S'),
    group: 'desk',
    roles: ['leader', 'unit-head', 'form-checker'],
  },
  {
    id: 'information',
    path: '/information',
    label: 'shell.nav.information',
    icon: 'eye',
    go: go('F'),
    group: 'desk',
    roles: [],
  },
  {
    id: 'incoming',
    path: '/incoming',
    label: 'shell.nav.incoming',
    icon: 'inbox',
    go: go('I'),
    group: 'documents',
    roles: [],
  },
  {
    id: 'drafts',
    path: '/drafts',
    label: 'shell.nav.drafts',
    icon: 'pencil',
    go: go('O'),
    group: 'documents',
    roles: [],
  },
  {
    id: 'issueDesk',
    path: '/issue',
    label: 'shell.nav.issueDesk',
    icon: 'rubber-stamp',
    go: go('X'),
    group: 'documents',
    roles: ['clerk'],
  },
  {
    id: 'delivery',
    path: '/delivery',
    label: 'shell.nav.delivery',
    icon: 'arrows-exchange',
    go: go('D'),
    group: 'documents',
    roles: [],
  },
  {
    id: 'registers',
    path: '/registers',
    label: 'shell.nav.registers',
    icon: 'book-2',
    go: go('B'),
    group: 'records',
    roles: ['clerk'],
  },
  {
    id: 'workFiles',
    path: '/work-files',
    label: 'shell.nav.workFiles',
    icon: 'folder',
    go: go('R'),
    group: 'records',
    roles: [],
  },
  {
    id: 'archive',
    path: '/archive',
    label: 'shell.nav.archive',
    icon: 'archive',
    go: go('A'),
    group: 'records',
    roles: ['archivist', 'leader', 'unit-head'],
  },
  {
    id: 'tasks',
    path: '/tasks',
    label: 'shell.nav.tasks',
    icon: 'flag',
    go: go('T'),
    group: 'work',
    roles: [],
  },
  {
    id: 'meetings',
    path: '/meetings',
    label: 'shell.nav.meetings',
    icon: 'users-group',
    go: go('C'),
    group: 'work',
    roles: ['leader', 'unit-head', 'drafter', 'clerk'],
  },
  {
    id: 'ballots',
    path: '/ballots',
    label: 'shell.nav.ballots',
    icon: 'checklist',
    go: go('V'),
    group: 'work',
    roles: ['leader', 'unit-head', 'drafter', 'clerk'],
  },
  {
    id: 'schedule',
    path: '/schedule',
    label: 'shell.nav.schedule',
    icon: 'calendar',
    go: go('W'),
    group: 'work',
    roles: [],
  },
  {
    id: 'search',
    path: '/search',
    label: 'shell.nav.search',
    icon: 'search',
    go: { code: 'Slash', keys: '/' },
    group: 'find',
    roles: [],
  },
  {
    id: 'directory',
    path: '/directory',
    label: 'shell.nav.directory',
    icon: 'address-book',
    go: go('N'),
    group: 'find',
    roles: [],
  },
  {
    id: 'boards',
    path: '/boards',
    label: 'shell.nav.dashboard',
    icon: 'chart-bar',
    go: go('P'),
    group: 'manage',
    roles: ['leader', 'unit-head', 'drafter', 'clerk'],
  },
  {
    id: 'delegation',
    path: '/delegation',
    label: 'shell.nav.delegation',
    icon: 'user-share',
    go: null,
    group: 'manage',
    roles: ['leader', 'unit-head', 'drafter', 'clerk'],
  },
  {
    id: 'administration',
    path: '/administration',
    label: 'shell.nav.administration',
    icon: 'settings',
    go: null,
    group: 'manage',
    roles: ['administrator', 'clerk'],
  },
  {
    id: 'outbox',
    path: '/outbox',
    label: 'shell.nav.outbox',
    icon: 'cloud-up',
    go: go('Y'),
    group: 'foot',
    roles: [],
  },
  {
    id: 'practice',
    path: '/practice',
    label: 'shell.nav.practice',
    icon: 'school',
    go: null,
    group: 'foot',
    roles: [],
  },
  {
    id: 'settings',
    path: '/settings',
    label: 'shell.nav.settings',
    icon: 'settings',
    go: null,
    group: 'foot',
    roles: [],
  },
]

/** What simple mode keeps: what a leader reads, signs and looks for, and the way back to the settings. */
const SIMPLE: ReadonlySet<PlaceId> = new Set([
  'today',
  'myWork',
  'toSign',
  'incoming',
  'meetings',
  'ballots',
  'schedule',
  'search',
  'practice',
  'settings',
])

/** The places a post with these roles sees. */
export function placesFor(roles: readonly Role[], isSimple = false): readonly Place[] {
  return places.filter(
    (place) =>
      (place.roles.length === 0 || place.roles.some((role) => roles.includes(role))) &&
      (!isSimple || SIMPLE.has(place.id)),
  )
}
