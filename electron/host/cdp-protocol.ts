/** The part of the DevTools protocol that the host speaks: parameters and results, named as the protocol names them. */

export interface TargetInfo {
  targetId: string
  type: string
  url: string
  openerId?: string
}

export interface WindowBounds {
  left?: number
  top?: number
  width?: number
  height?: number
  windowState?: 'normal' | 'minimized' | 'maximized' | 'fullscreen'
}

export interface HeaderEntry {
  name: string
  value: string
}

export interface PausedRequest {
  requestId: string
  frameId: string
  resourceType: string
  responseStatusCode?: number
  request: {
    url: string
    method: string
    headers: Record<string, string>
    hasPostData?: boolean
    postDataEntries?: { bytes?: string }[]
  }
}

export interface RemoteObject {
  type: string
  value?: unknown
  unserializableValue?: string
  description?: string
}

export interface EvaluateResult {
  result: RemoteObject
  exceptionDetails?: { text: string; exception?: RemoteObject }
}

type FailReason = 'Failed' | 'Aborted' | 'BlockedByClient'
type Empty = Record<string, never>

export interface PdfParams {
  landscape?: boolean
  displayHeaderFooter?: boolean
  printBackground?: boolean
  scale?: number
  paperWidth?: number
  paperHeight?: number
  marginTop?: number
  marginBottom?: number
  marginLeft?: number
  marginRight?: number
  pageRanges?: string
  headerTemplate?: string
  footerTemplate?: string
  preferCSSPageSize?: boolean
  generateTaggedPDF?: boolean
  generateDocumentOutline?: boolean
}

interface ScreenshotClip {
  x: number
  y: number
  width: number
  height: number
  scale: number
}

interface Commands {
  'Browser.getVersion': [Empty, { product: string }]
  'Browser.close': [Empty, Empty]
  'Browser.setDownloadBehavior': [{ behavior: 'deny' }, Empty]
  'Browser.setPermission': [
    { permission: { name: string }; setting: 'granted' | 'denied'; origin?: string },
    Empty,
  ]
  'Browser.getWindowForTarget': [{ targetId: string }, { windowId: number; bounds: WindowBounds }]
  'Browser.setWindowBounds': [{ windowId: number; bounds: WindowBounds }, Empty]
  'Target.setAutoAttach': [
    {
      autoAttach: boolean
      waitForDebuggerOnStart: boolean
      flatten: boolean
      filter: { type?: string; exclude?: boolean }[]
    },
    Empty,
  ]
  'Target.createTarget': [
    {
      url: string
      newWindow?: boolean
      background?: boolean
      width?: number
      height?: number
      windowState?: WindowBounds['windowState']
    },
    { targetId: string },
  ]
  'Target.closeTarget': [{ targetId: string }, Empty]
  'Target.activateTarget': [{ targetId: string }, Empty]
  'Fetch.enable': [{ patterns: { urlPattern: string }[] }, Empty]
  'Fetch.fulfillRequest': [
    { requestId: string; responseCode: number; responseHeaders: HeaderEntry[]; body?: string },
    Empty,
  ]
  'Fetch.failRequest': [{ requestId: string; errorReason: FailReason }, Empty]
  'Page.enable': [Empty, Empty]
  'Page.setLifecycleEventsEnabled': [{ enabled: boolean }, Empty]
  'Page.addScriptToEvaluateOnNewDocument': [{ source: string; worldName?: string }, Empty]
  'Page.navigate': [{ url: string }, { frameId: string; loaderId?: string; errorText?: string }]
  'Page.reload': [{ ignoreCache?: boolean }, Empty]
  'Page.close': [Empty, Empty]
  'Page.printToPDF': [PdfParams, { data: string }]
  'Page.captureScreenshot': [{ format: 'png'; clip?: ScreenshotClip }, { data: string }]
  'Page.handleJavaScriptDialog': [{ accept: boolean }, Empty]
  'Inspector.enable': [Empty, Empty]
  'Runtime.enable': [Empty, Empty]
  'Runtime.runIfWaitingForDebugger': [Empty, Empty]
  'Runtime.addBinding': [{ name: string; executionContextName?: string }, Empty]
  'Runtime.evaluate': [
    { expression: string; awaitPromise?: boolean; returnByValue?: boolean; userGesture?: boolean },
    EvaluateResult,
  ]
  'Runtime.callFunctionOn': [
    {
      functionDeclaration: string
      executionContextId: number
      arguments: { value: string }[]
      silent: boolean
    },
    EvaluateResult,
  ]
  'Emulation.setDeviceMetricsOverride': [
    { width: number; height: number; deviceScaleFactor: number; mobile: boolean },
    Empty,
  ]
  'Emulation.setFocusEmulationEnabled': [{ enabled: boolean }, Empty]
  'Emulation.setEmulatedMedia': [{ features: { name: string; value: string }[] }, Empty]
}

export interface Events {
  'Target.attachedToTarget': { sessionId: string; targetInfo: TargetInfo }
  'Target.detachedFromTarget': { sessionId: string }
  'Fetch.requestPaused': PausedRequest
  'Page.lifecycleEvent': { frameId: string; loaderId: string; name: string }
  'Page.frameNavigated': { frame: { id: string; parentId?: string; url: string; loaderId: string } }
  'Page.navigatedWithinDocument': { frameId: string; url: string }
  'Page.frameRequestedNavigation': { frameId: string; url: string }
  'Page.windowOpen': { url: string; windowName: string }
  'Page.javascriptDialogOpening': { type: 'alert' | 'confirm' | 'prompt' | 'beforeunload'; message: string }
  'Runtime.executionContextCreated': {
    context: { id: number; name: string; auxData?: { isDefault: boolean; frameId: string } }
  }
  'Runtime.bindingCalled': { name: string; payload: string; executionContextId: number }
  'Runtime.consoleAPICalled': { type: string; args: RemoteObject[] }
  'Inspector.targetCrashed': Empty
}

export type Method = keyof Commands
export type EventName = keyof Events
export type Params<M extends Method> = Commands[M][0]
export type Result<M extends Method> = Commands[M][1]
