import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { calendarOutlets } from '../../../backbone/caldav/calendar-outlets.ts'
import { sealedFiles } from '../../../backbone/sealing/sealed-files.ts'
import { anAppointment } from '../../builders/an-appointment.ts'
import { eachWithOwnCalendar } from '../../builders/each-with-own-calendar.ts'
import { aNodeKey } from '../../builders/node-key.ts'
import { AGENCY, type OwnCalendarOffice, PASSWORD, PERSON } from '../../builders/own-calendar-office.ts'

let office: OwnCalendarOffice
eachWithOwnCalendar((opened) => {
  office = opened
})

it('speaks to the named server alone, whatever is typed', async () => {
  for (const path of [
    'https://evil.example/x/',
    '//evil.example/x/',
    'http://127.0.0.1:1/x/',
    '/',
    '?a=b',
    '#x',
  ])
    expect((await office.begin({ path })).refused).toBe('path-outside')
  expect((await office.begin({ path: 'http://u:p@127.0.0.1:1/' })).refused).toBe('path-outside')
  expect((await office.begin({ path: `${encodeURIComponent(office.user)}/việc/` })).own?.address).toBe(
    office.server(encodeURIComponent('việc')).url,
  )
  expect((await office.asked({ kind: 'begin', user: 'a:b', password: 'x', path: null })).status).toBe(400)
  office.outlets.people.of = () => Promise.resolve('https://khac.example/')
  await office.node.settled()
  expect((await office.ask({ kind: 'look' })).own?.publishing.problem).toBe('server-not-named')
})

it('is nobody else’s, and ends when its owner leaves', async () => {
  await office.keep(anAppointment('a', { summary: 'Một' }))
  await office.begin()
  await office.later()
  const others = await office.ask({ kind: 'look' }, `${AGENCY}-p-clerk`)
  expect(others.own).toBeNull()
  expect((await office.askedByNobody()).status).toBe(401)
  const workspace = await office.node.workspace(AGENCY)
  const post = { kind: 'post', id: `${AGENCY}-leader` } as const
  await workspace.act([
    {
      aggregate: post,
      type: 'post.appoint',
      payload: {
        person: 'người mới',
        name: 'Người Mới',
        title: 'Phó Giám đốc',
        unit: `${AGENCY}-unit`,
        roles: ['leader'],
        certificate: null,
      },
    },
  ])
  await office.later()
  expect(await office.outlets.accounts.all()).toEqual([])
})

it('lies sealed, and is never told back', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'congso-accounts-'))
  const files = sealedFiles(folder, aNodeKey())
  const { accounts } = calendarOutlets(files)
  const account = {
    workspace: AGENCY,
    person: PERSON,
    url: office.server().url,
    user: office.user,
    password: PASSWORD,
    isEnding: false,
  }
  await accounts.add(account)
  for (const name of await readdir(folder))
    expect((await readFile(path.join(folder, name))).includes(PASSWORD)).toBe(false)
  expect(await calendarOutlets(files).accounts.all()).toEqual([account])
  await rm(folder, { recursive: true })
  await office.begin()
  expect(await (await office.asked({ kind: 'look' })).text()).not.toContain(PASSWORD)
})
