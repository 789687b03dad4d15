import { createRoot } from 'react-dom/client'
import '../ui/styles.css'
import { languages } from '../i18n/messages.ts'
import { Gallery } from './gallery.tsx'
import { PreviewProviders } from './preview-providers.tsx'
import { PreviewScreen } from './preview-screen.tsx'

const query = new URLSearchParams(location.search)
const screen = query.get('screen')
const language = languages.find((one) => one === query.get('lang')) ?? 'vi'
const scheme = query.get('scheme') === 'dark' ? 'dark' : 'light'
if (query.get('text') === 'large') document.documentElement.dataset['textSize'] = 'large'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(
  <PreviewProviders language={language} scheme={scheme}>
    {screen === null ? <Gallery /> : <PreviewScreen name={screen} />}
  </PreviewProviders>,
)
