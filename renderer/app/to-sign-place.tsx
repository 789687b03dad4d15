import { DraftPage } from '../features/drafting/components/draft-page.tsx'
import { useInitialMany } from '../features/drafting/hooks/use-initial-many.ts'
import { ToSignScreen } from '../features/signing/screens/to-sign-screen.tsx'

/** What waits for the signature of whoever works here, each with its pages. */
export function ToSignPlace({ onOpen }: { readonly onOpen: (id: string) => void }) {
  return (
    <ToSignScreen onOpen={onOpen} initialMany={useInitialMany()} draftPage={(id) => <DraftPage id={id} />} />
  )
}
