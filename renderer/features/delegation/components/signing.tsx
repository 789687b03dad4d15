import { isOver } from '#shared/domain/directory/signing-delegation.ts'
import { useSigningDelegations } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { useIsHead } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { GiveSigning } from './give-signing.tsx'
import { SigningList } from './signing-list.tsx'

/** What the head gives to sign, and what was given to whom. */
export function Signing() {
  const t = useT()
  const isHead = useIsHead()
  const today = useToday()
  const delegations = useSigningDelegations() ?? []
  const over = delegations.filter((one) => isOver(one, today))
  return (
    <>
      {isHead && <GiveSigning />}
      <PanelSection heading={t('delegation.signing.title')}>
        <SigningList list={delegations.filter((one) => !isOver(one, today))} />
      </PanelSection>
      {over.length > 0 && (
        <PanelSection heading={t('delegation.signing.over')}>
          <SigningList list={over.toReversed()} />
        </PanelSection>
      )}
    </>
  )
}
