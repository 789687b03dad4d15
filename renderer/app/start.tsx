import '../ui/styles.css'
import './window.css'
import { createRoot } from 'react-dom/client'
import { nativeApi } from '../native/native-api.ts'
import { nativeEvents } from '../native/native-events.ts'
import { App } from './app.tsx'

/** Mounts the page once the choices of the user of this desk are known. */
export async function start(root: HTMLElement): Promise<void> {
  const api = nativeApi(window.congso)
  const settings = await api.invoke('settings.read', undefined)
  createRoot(root).render(<App api={api} subscribe={nativeEvents(window.congso)} settings={settings} />)
}
