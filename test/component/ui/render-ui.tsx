import { MantineProvider } from '@mantine/core'
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach } from 'vitest'
import { LanguageProvider } from '../../../renderer/i18n/language-provider.tsx'
import { theme } from '../../../renderer/ui/theme.ts'
import { ToastProvider } from '../../../renderer/ui/toast.tsx'

/** jsdom draws nothing: media queries answer no, and every box is 1000 × 480 px. */
const never = { addEventListener: () => undefined, removeEventListener: () => undefined }
window.matchMedia = (media) => ({ ...never, matches: false, media }) as unknown as MediaQueryList
Object.defineProperties(HTMLElement.prototype, {
  clientHeight: { get: () => 480, configurable: true },
  clientWidth: { get: () => 1000, configurable: true },
})
HTMLElement.prototype.scrollTo = () => undefined
HTMLElement.prototype.scrollIntoView = () => undefined

afterEach(cleanup)

const nothing = () => undefined

/** Draws parts in Vietnamese under everything they expect above them. */
export function renderUi(children: ReactNode) {
  return render(
    <MantineProvider theme={theme} env="test">
      <LanguageProvider language="vi" onChange={nothing}>
        <ToastProvider>{children}</ToastProvider>
      </LanguageProvider>
    </MantineProvider>,
  )
}
