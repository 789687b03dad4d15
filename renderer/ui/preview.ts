import type { ReactNode } from 'react'

/** One state of a part, drawn in the gallery of the development server. */
export interface Preview {
  readonly name: string
  readonly render: () => ReactNode
}
