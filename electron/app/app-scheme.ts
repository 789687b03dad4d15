import { protocol } from 'electron'

const SCHEME = 'app'

/** Before the program is ready: our scheme is a real origin, and no service worker may live on it. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        allowServiceWorkers: false,
        codeCache: true,
      },
    },
  ])
}

/** Once ready: everything our pages load comes from here. */
export function handleAppScheme(serve: (request: Request) => Promise<Response>): void {
  protocol.handle(SCHEME, serve)
}
