/** The nonce of this page load that lets our own `<style>` elements through the content security policy; undefined in previews. */
export function styleNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce
}
