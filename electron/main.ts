import { app } from 'electron'
import { registerAppScheme } from './app/app-scheme.ts'

// Order matters: scheme and sandbox before ready, the lock before anything touches the profile.
app.enableSandbox()
registerAppScheme()
if (app.requestSingleInstanceLock()) {
  // Nearly all of the program is behind this: it is read while the engine starts.
  const composition = import('./composition.ts')
  void app.whenReady().then(async () => (await composition).startApp())
} else app.quit()
