/// <reference types="electron" />
/**
 * The part of the Electron API that the app may use, because the host has it too: frozen here, by declaring type.
 * A use of anything else fails the type test; adding a name means adding it to the host.
 */
interface Declaring {
  App: Electron.App
  CommandLine: Electron.CommandLine
  BrowserWindow: Electron.BrowserWindow &
    Pick<typeof Electron.BrowserWindow, 'getAllWindows' | 'fromId' | 'fromWebContents'>
  WebContents: Electron.WebContents &
    Pick<typeof Electron.WebContents, 'getAllWebContents' | 'fromId' | 'fromDevToolsTargetId'>
  WebFrameMain: Electron.WebFrameMain
  NativeImage: Electron.NativeImage
  IpcMain: Electron.IpcMain
  IpcMainInvokeEvent: Electron.IpcMainInvokeEvent
  IpcMainEvent: Electron.IpcMainEvent
  Event: Electron.Event
  ContextBridge: Electron.ContextBridge
  IpcRenderer: Electron.IpcRenderer
  Protocol: Electron.Protocol
  Session: Electron.Session & Pick<typeof Electron.Session, 'defaultSession'>
  WebRequest: Electron.WebRequest
  Dialog: Electron.Dialog
  Shell: Electron.Shell
  SafeStorage: Electron.SafeStorage
  NativeTheme: Electron.NativeTheme
  Menu: Electron.Menu &
    Pick<typeof Electron.Menu, 'buildFromTemplate' | 'getApplicationMenu' | 'setApplicationMenu'>
  UtilityProcess: Electron.UtilityProcess & Pick<typeof Electron.UtilityProcess, 'fork'>
  ParentPort: Electron.ParentPort
}

type Listed = { readonly [T in keyof Declaring]: readonly (keyof Declaring[T])[] }

const listening = ['on', 'once', 'off', 'addListener', 'removeListener', 'removeAllListeners'] as const

/** Members of objects and classes. */
export const hostMembers = {
  App: [
    ...listening,
    'whenReady',
    'isReady',
    'quit',
    'exit',
    'getName',
    'name',
    'getVersion',
    'getAppPath',
    'getPath',
    'setPath',
    'isPackaged',
    'commandLine',
    'enableSandbox',
    'requestSingleInstanceLock',
  ],
  CommandLine: ['appendSwitch', 'hasSwitch', 'getSwitchValue'],
  BrowserWindow: [
    ...listening,
    'id',
    'close',
    'destroy',
    'isDestroyed',
    'show',
    'hide',
    'focus',
    'isVisible',
    'minimize',
    'isMinimized',
    'restore',
    'maximize',
    'unmaximize',
    'isMaximized',
    'getBounds',
    'setBounds',
    'webContents',
    'loadURL',
    'getAllWindows',
    'fromId',
    'fromWebContents',
  ],
  WebContents: [
    ...listening,
    'id',
    'mainFrame',
    'getAllWebContents',
    'fromId',
    'fromDevToolsTargetId',
    'getURL',
    'isDestroyed',
    'isLoading',
    'setWindowOpenHandler',
    'loadURL',
    'reload',
    'executeJavaScript',
    'printToPDF',
    'capturePage',
    'send',
    'close',
  ],
  WebFrameMain: ['url', 'origin', 'parent', 'routingId', 'processId'],
  NativeImage: ['toPNG', 'toDataURL', 'getSize', 'isEmpty'],
  IpcMain: ['handle', 'removeHandler', ...listening],
  IpcMainInvokeEvent: ['sender', 'senderFrame', 'frameId', 'processId', 'type'],
  IpcMainEvent: ['sender', 'senderFrame', 'frameId', 'processId', 'type'],
  Event: ['preventDefault', 'defaultPrevented'],
  ContextBridge: ['exposeInMainWorld'],
  IpcRenderer: ['invoke', 'send', 'on', 'once', 'off', 'removeListener', 'removeAllListeners'],
  Protocol: ['registerSchemesAsPrivileged', 'handle'],
  Session: [
    ...listening,
    'defaultSession',
    'webRequest',
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
  ],
  WebRequest: ['onBeforeRequest'],
  Dialog: ['showOpenDialog', 'showSaveDialog', 'showMessageBox'],
  Shell: ['openExternal', 'openPath'],
  SafeStorage: [
    'getSelectedStorageBackend',
    'isAsyncEncryptionAvailable',
    'encryptStringAsync',
    'decryptStringAsync',
  ],
  NativeTheme: [...listening, 'themeSource', 'shouldUseDarkColors'],
  Menu: ['buildFromTemplate', 'setApplicationMenu', 'getApplicationMenu'],
  UtilityProcess: [...listening, 'fork', 'pid', 'stdout', 'stderr', 'postMessage', 'kill'],
  ParentPort: [...listening, 'postMessage'],
} as const satisfies Listed

/** Events that the host raises, or rightly never raises. Channels of IPC are the app's own. */
export const hostEvents = {
  App: [
    'ready',
    'second-instance',
    'web-contents-created',
    'browser-window-created',
    'window-all-closed',
    'before-quit',
    'will-quit',
    'quit',
    'activate',
  ],
  BrowserWindow: ['ready-to-show', 'show', 'hide', 'resize', 'close', 'closed'],
  WebContents: [
    'dom-ready',
    'did-finish-load',
    'did-stop-loading',
    'did-navigate',
    'did-navigate-in-page',
    'will-navigate',
    'will-frame-navigate',
    'will-redirect',
    'will-attach-webview',
    'will-prevent-unload',
    'console-message',
    'render-process-gone',
    'destroyed',
  ],
  Session: ['will-download'],
  NativeTheme: ['updated'],
  UtilityProcess: ['spawn', 'message', 'exit', 'error'],
  ParentPort: ['message'],
} as const satisfies Partial<Record<keyof Declaring, readonly string[]>>

interface Options {
  BrowserWindowConstructorOptions: Electron.BrowserWindowConstructorOptions
  WebPreferences: Electron.WebPreferences
  PrintToPDFOptions: Electron.PrintToPDFOptions
  ForkOptions: Electron.ForkOptions
}

/** Options that the host heeds, or whose asked-for value is what it always does. */
export const hostOptions = {
  BrowserWindowConstructorOptions: [
    'webPreferences',
    'width',
    'height',
    'minWidth',
    'minHeight',
    'x',
    'y',
    'show',
    'title',
    'skipTaskbar',
    'backgroundColor',
    'autoHideMenuBar',
    'parent',
    'modal',
    'resizable',
    'minimizable',
    'maximizable',
    'fullscreenable',
    'alwaysOnTop',
    'center',
    'useContentSize',
  ],
  WebPreferences: [
    'preload',
    'additionalArguments',
    'sandbox',
    'contextIsolation',
    'nodeIntegration',
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'webSecurity',
    'webviewTag',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'navigateOnDragDrop',
    'spellcheck',
    'devTools',
    'backgroundThrottling',
  ],
  PrintToPDFOptions: [
    'landscape',
    'displayHeaderFooter',
    'printBackground',
    'scale',
    'pageSize',
    'margins',
    'pageRanges',
    'headerTemplate',
    'footerTemplate',
    'preferCSSPageSize',
    'generateTaggedPDF',
    'generateDocumentOutline',
  ],
  ForkOptions: ['env', 'execArgv', 'cwd', 'stdio', 'serviceName'],
} as const satisfies { readonly [T in keyof Options]: readonly (keyof Options[T])[] }

/** What `import … from 'electron'` may name, in main and in preload scripts. */
export const hostExports = [
  'app',
  'BrowserWindow',
  'contextBridge',
  'dialog',
  'ipcMain',
  'ipcRenderer',
  'Menu',
  'nativeTheme',
  'protocol',
  'safeStorage',
  'session',
  'shell',
  'utilityProcess',
  'webContents',
] as const satisfies readonly (keyof typeof Electron.CrossProcessExports)[]
