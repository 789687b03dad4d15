import { app } from 'electron'
import { registerAppScheme } from './app/app-scheme.ts'
import { startApp } from './composition.ts'

// Order matters: scheme and sandbox before ready, the lock before anything touches the profile.
app.enableSandbox()
registerAppScheme()
if (app.requestSingleInstanceLock()) void app.whenReady().then(startApp)
else app.quit()
