import type { ReactNode } from 'react'
import { DeliverySample } from './screens/delivery-sample.tsx'
import { DocumentSample } from './screens/document-sample.tsx'
import { IncomingSample } from './screens/incoming-sample.tsx'

const screens: Record<string, () => ReactNode> = {
  incoming: () => <IncomingSample />,
  document: () => <DocumentSample />,
  delivery: () => <DeliverySample />,
}

export const screenNames = Object.keys(screens)

export function PreviewScreen({ name }: { readonly name: string }) {
  return screens[name]?.() ?? null
}
