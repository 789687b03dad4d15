import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { calDavClient } from '../../../backbone/caldav/caldav-client.ts'
import { calendarHome } from '../../../backbone/caldav/discover-home.ts'
import { Radicale } from '../../builders/radicale.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`
}
const told = (property: string, href: string): string =>
  `<multistatus xmlns="DAV:"><response><href>/</href><propstat><prop>${property.replace('HREF', `<href>${href}</href>`)}</prop></propstat></response></multistatus>`
const PRINCIPAL = '<current-user-principal>HREF</current-user-principal>'
const HOME = '<h:calendar-home-set xmlns:h="urn:ietf:params:xml:ns:caldav">HREF</h:calendar-home-set>'

it('is where the server says that it keeps this user’s calendars', async () => {
  const radicale = await Radicale.start()
  radicale.letIn('an', 'mật khẩu')
  const known = { url: radicale.base, user: 'an', password: 'mật khẩu' }
  expect(await calendarHome(known)).toBe(`${radicale.base}an/`)
  await expect(calendarHome({ ...known, password: 'sai' })).rejects.toMatchObject({ status: 401 })
  await radicale.close()
  const base = await serve((request, response) => {
    const isRoot = request.url === '/'
    response.writeHead(207).end(isRoot ? told(PRINCIPAL, '/people/an') : told(HOME, '/calendars/an'))
  })
  expect(await calendarHome({ ...known, url: base })).toBe(`${base}calendars/an/`)
})

it('never leads to another server, nor does a redirection', async () => {
  const heard: string[] = []
  const other = await serve((request, response) => {
    heard.push(request.headers.authorization ?? '')
    response.writeHead(207).end(told(HOME, '/x'))
  })
  const account = { user: 'an', password: 'bí mật' }
  const pointing = await serve((_, response) => response.writeHead(207).end(told(PRINCIPAL, `${other}an/`)))
  expect(await calendarHome({ ...account, url: pointing })).toBeUndefined()
  const later = await serve((request, response) => {
    const isRoot = request.url === '/'
    response.writeHead(207).end(isRoot ? told(PRINCIPAL, '/an/') : told(HOME, `${other}an/`))
  })
  expect(await calendarHome({ ...account, url: later })).toBeUndefined()
  const moved = await serve((_, response) => response.writeHead(302, { location: other }).end())
  expect(await calendarHome({ ...account, url: moved })).toBeUndefined()
  await expect(calDavClient({ ...account, url: moved }).list()).rejects.toMatchObject({ status: 302 })
  expect(heard).toEqual([])
})

it('an answer that is none is refused', async () => {
  const broken = await serve((_, response) => response.writeHead(207).end('<multistatus'))
  await expect(calendarHome({ url: broken, user: 'an', password: 'x' })).rejects.toMatchObject({
    status: 207,
  })
  await expect(calDavClient({ url: broken, user: 'an', password: 'x' }).list()).rejects.toMatchObject({
    status: 207,
  })
})
