import { DeliveryScreen } from '../features/delivery/screens/delivery-screen.tsx'
import { useDraftAmendment } from './use-draft-amendment.ts'
import { useDraftChase } from './use-draft-chase.ts'

/** Where what was issued has arrived; amending and chasing begin a draft. */
export function DeliveryPlace() {
  return <DeliveryScreen onAmend={useDraftAmendment()} onChase={useDraftChase()} />
}
