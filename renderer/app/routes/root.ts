import { createRootRoute, createRoute, type RouteComponent } from '@tanstack/react-router'
import { Shell } from '../shell.tsx'

export const root = createRootRoute({ component: Shell })

/** A place without an address of its own parts. */
export const place = <P extends `/${string}`>(path: P, component: RouteComponent) =>
  createRoute({ getParentRoute: () => root, path, component })
