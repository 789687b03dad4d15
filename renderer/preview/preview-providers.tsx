import { MantineProvider } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { createCommandRegistry } from '../commands/command-registry.ts'
import { CommandProvider } from '../commands/command-provider.tsx'
import { LanguageProvider } from '../i18n/language-provider.tsx'
import type { Language } from '../i18n/messages.ts'
import { cssVariablesResolver, theme } from '../ui/theme.ts'
import { ToastProvider } from '../ui/toast.tsx'

const registry = createCommandRegistry()
const ignoreRefusal = () => undefined
const nothingToRead = { isReading: () => false, subscribe: () => ignoreRefusal }

export interface PreviewProvidersProps {
  readonly language: Language
  readonly scheme: 'light' | 'dark'
  readonly children: ReactNode
}

/** What every part expects above it, without database and native side. */
export function PreviewProviders({ language: first, scheme, children }: PreviewProvidersProps) {
  const [language, setLanguage] = useState(first)
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme={scheme}>
      <LanguageProvider language={language} onChange={setLanguage}>
        <CommandProvider registry={registry} onRefused={ignoreRefusal} reading={nothingToRead}>
          <ToastProvider>{children}</ToastProvider>
        </CommandProvider>
      </LanguageProvider>
    </MantineProvider>
  )
}
