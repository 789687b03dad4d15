import { useMemo, useState } from 'react'
import type { Command } from '../../../commands/command.ts'
import { useUnits } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { FoundAgency, FoundPerson } from '../../../projections/found.ts'
import { useAsked } from '../../../search/use-asked.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import type { GroupAsked } from '../../../workplace/groups/group-sheet.tsx'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { mayKeepRooms } from '#shared/domain/rooms/room.ts'
import { useMe } from '../../../workplace/me.ts'
import { GroupsBox } from '../components/groups-box.tsx'
import { RoomsBox, type RoomAsked } from '../components/rooms-box.tsx'
import classes from './directory-screen.module.css'

/** More than one would read; the rest is found by typing. */
const SHOWN = 300

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'vi')

const boxes = ['entries', 'groups', 'rooms'] as const
type DirectoryBox = (typeof boxes)[number]
const NONE: readonly Command[] = []

/** People of the agency by unit, and the agencies one may write to; groups of both; found without accents. */
export function DirectoryScreen({ find = '' }: { readonly find?: string | undefined }) {
  const t = useT()
  const [box, setBox] = useState<DirectoryBox>('entries')
  const [query, setQuery] = useState(find)
  const [asked, setAsked] = useState<GroupAsked | null>(null)
  const [askedRoom, setAskedRoom] = useState<RoomAsked | null>(null)
  const me = useMe()
  const mayKeep = me !== undefined && mayKeepRooms(me)
  const commands = useMemo(
    () => ({
      entries: NONE,
      groups: [
        verb('groups.new', 'common.groups.new', () => setAsked({ of: null, members: [] }), {
          icon: 'plus',
          shortcut: 'KeyN',
        }),
      ],
      rooms: [
        verb('rooms.new', 'rooms.verbs.new', () => setAskedRoom({ room: null }), {
          icon: 'plus',
          shortcut: 'KeyN',
          rule: mayKeep ? undefined : 'room-keepers-only',
        }),
      ],
    }),
    [mayKeep],
  )
  const verbs = useVerbs(asked === null && askedRoom === null ? commands[box] : NONE)
  return (
    <>
      <ScreenHeader
        title={t('shell.nav.directory')}
        boxes={boxes.map((id) => ({ id, label: t(`directory.box.${id}`) }))}
        activeBox={box}
        onBox={(id) => setBox(id as DirectoryBox)}
        actions={
          <>
            {verbs.length > 0 && <VerbBar verbs={verbs} isInline hasPrimary={false} />}
            <TextField
              aria-label={t('common.search')}
              placeholder={t('common.search')}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
          </>
        }
      />
      {box === 'groups' && <GroupsBox query={query} asked={asked} onAsk={setAsked} />}
      {box === 'rooms' && <RoomsBox query={query} asked={askedRoom} onAsk={setAskedRoom} />}
      {box === 'entries' && <Entries query={query} />}
    </>
  )
}

function Entries({ query }: { readonly query: string }) {
  const t = useT()
  const units = useUnits() ?? []
  const found = useAsked('names', { text: query, limit: SHOWN })?.answer
  const rows = found?.rows ?? []
  const people = rows.filter((row): row is FoundPerson => row.what === 'person')
  const agencies = rows.filter((row): row is FoundAgency => row.what === 'agency').toSorted(byName)
  return (
    <div className={classes.page} role="region" tabIndex={0} aria-label={t('shell.nav.directory')}>
      {units.map((unit) => {
        const members = people.filter((post) => post.unit === unit.id)
        return members.length === 0 ? null : (
          <section key={unit.id}>
            <h2 className={classes.heading}>{unit.name}</h2>
            <ul className={classes.list}>
              {members.map((post) => (
                <li key={post.id} className={classes.entry}>
                  <Avatar name={post.name} />
                  <strong>{post.name}</strong>
                  <span className="dim">{post.title}</span>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      <section>
        <h2 className={classes.heading}>{t('directory.agencies')}</h2>
        <ul className={classes.list}>
          {agencies.map((one) => (
            <li key={one.id} className={classes.entry}>
              <strong>{one.name}</strong>
              <span className="num dim">{one.code}</span>
              <span className="spacer" />
              <Chip
                tone={one.onBackbone ? 'ok' : 'soon'}
                icon={one.onBackbone ? 'circle-check' : 'alert-triangle'}
              >
                {t(one.onBackbone ? 'common.picker.onAxis' : 'common.picker.notFound')}
              </Chip>
            </li>
          ))}
        </ul>
      </section>
      {found !== undefined && found.total > rows.length && (
        <p className="dim">{t('directory.more', { count: found.total - rows.length })}</p>
      )}
    </div>
  )
}
