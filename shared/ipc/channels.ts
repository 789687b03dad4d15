/** The two channels between preload and main; a file of its own, so that a preload carries nothing else. */
export const INVOKE_CHANNEL = 'congso:invoke'
export const EVENT_CHANNEL = 'congso:event'
